package io.tagginggateway.app.rpc;

import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.fault.Fault;
import io.tagginggateway.app.fault.Phase;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.request.Format;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * What each kind of fault does to one request.
 *
 * @param admitted the request
 * @param phase whether the request takes effect before it is spoiled
 * @param next answers it as if there were no fault
 * @param errors the errors that a fault may name
 */
record FaultStrike(Admitted admitted, Phase phase, Responder next, ErrorTables errors)
    implements Fault.Cases<CompletionStage<Delivery>> {

  @Override
  public CompletionStage<Delivery> failure(Fault.Failure failure) {
    ApiError error = errors.resolve(admitted.service().entry().head().code(), failure);
    return error == null
        ? next.respond(admitted)
        : afterEffect(progress -> Replies.error(progress, error));
  }

  @Override
  public CompletionStage<Delivery> delay(Fault.Delay delay) {
    return switch (phase) {
      case BEFORE -> done(new Delivery.Late(delay.millis(), () -> next.respond(admitted)));
      case AFTER ->
          next.respond(admitted)
              .thenApply(answer -> new Delivery.Late(delay.millis(), () -> done(answer)));
    };
  }

  @Override
  public CompletionStage<Delivery> reset(Fault.Reset reset) {
    return afterEffect(progress -> new Spoiled.Reset(replaced(progress, 0)));
  }

  @Override
  public CompletionStage<Delivery> truncate(Fault.Truncate truncate) {
    return rightAnswer().thenApply(whole -> whole.truncated(truncate.bytes()));
  }

  /** What the client would get; before its effect, what it would get if there were one. */
  private CompletionStage<Delivery> rightAnswer() {
    Operation operation = admitted.call().operation();
    boolean unasked = phase == Phase.BEFORE && !operation.reads();
    return unasked
        ? done(Replies.done(admitted, operation.withoutEffect(admitted.call())))
        : next.respond(admitted);
  }

  @Override
  public CompletionStage<Delivery> html(Fault.Html html) {
    return afterEffect(progress -> new Spoiled.Page(replaced(progress, html.status())));
  }

  @Override
  public CompletionStage<Delivery> expireToken(Fault.ExpireToken expireToken) {
    ApiError error = admitted.call().operation().badToken();
    return error == null ? next.respond(admitted) : done(Replies.error(admitted.progress(), error));
  }

  @Override
  public CompletionStage<Delivery> pageSize(Fault.PageSize pages) {
    return next.respond(admitted.withMaxPage(pages.size()));
  }

  @Override
  public CompletionStage<Delivery> envelope(Fault.Envelope envelope) {
    String root = admitted.call().operation().name() + "Response";
    Format format = admitted.progress().format();
    return rightAnswer()
        .thenApply(whole -> whole.rewritten(body -> OtherEnvelope.of(body, format, root)));
  }

  @Override
  public CompletionStage<Delivery> body(Fault.Body body) {
    String type = body.contentType();
    return afterEffect(
        progress ->
            new Spoiled.Foreign(
                replaced(progress, body.status()),
                Buffer.buffer(body.content()),
                type == null ? progress.format().contentType() : type));
  }

  @Override
  public CompletionStage<Delivery> garbage(Fault.Garbage garbage) {
    return afterEffect(
        progress ->
            new Spoiled.Foreign(
                replaced(progress, 200), Garbage.body(), progress.format().contentType()));
  }

  /** The whole answer is there in the end, so the request takes effect in either phase. */
  @Override
  public CompletionStage<Delivery> dribble(Fault.Dribble dribble) {
    return next.respond(admitted).thenApply(whole -> whole.dribbled(dribble.millis()));
  }

  @Override
  public CompletionStage<Delivery> empty(Fault.Empty empty) {
    return afterEffect(progress -> new Spoiled.Silent(replaced(progress, 0)));
  }

  /** Where the request takes effect, what it would have been answered is thrown away. */
  private CompletionStage<Delivery> afterEffect(Function<Progress, Delivery> spoiled) {
    return switch (phase) {
      case BEFORE -> done(spoiled.apply(admitted.progress()));
      case AFTER -> next.respond(admitted).thenApply(unsent -> spoiled.apply(admitted.progress()));
    };
  }

  private static CompletionStage<Delivery> done(Delivery delivery) {
    return CompletableFuture.completedFuture(delivery);
  }

  private static Exchange replaced(Progress progress, int status) {
    return new Exchange(progress, new Outcome.Replaced(status));
  }
}

package io.tagginggateway.app.rpc;

import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.fault.Fault;
import io.tagginggateway.app.fault.Phase;
import io.tagginggateway.core.error.ApiError;
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
    return afterEffect(progress -> new Delivery.Reset(replaced(progress, 0)));
  }

  @Override
  public CompletionStage<Delivery> truncate(Fault.Truncate truncate) {
    boolean unasked = phase == Phase.BEFORE && !admitted.call().operation().reads();
    CompletionStage<Delivery> answer =
        unasked
            ? done(
                Replies.done(admitted, admitted.call().operation().withoutEffect(admitted.call())))
            : next.respond(admitted);
    return answer.thenApply(whole -> whole.truncated(truncate.bytes()));
  }

  @Override
  public CompletionStage<Delivery> html(Fault.Html html) {
    return afterEffect(progress -> new Delivery.Page(replaced(progress, html.status())));
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

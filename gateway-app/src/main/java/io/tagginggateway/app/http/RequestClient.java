package io.tagginggateway.app.http;

import io.tagginggateway.app.memory.MemoryBudget;
import io.tagginggateway.app.rpc.Delivery;
import io.tagginggateway.app.rpc.ForwardedAnswer;
import io.tagginggateway.app.rpc.Gateway;
import io.tagginggateway.app.rpc.Spoiled;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Does for one request what a delivery asks. Lives on one event loop. */
final class RequestClient implements Delivery.Carrier {
  /** A smaller answer is not counted unless its client is slow: see {@link Connections}. */
  private static final int SMALL_ANSWER = 8 * 1024;

  private final RpcHandler handler;
  private final Means means;
  private final HttpServerRequest request;
  private final long kept;
  private MemoryBudget.@Nullable Share ofAnswer;

  /**
   * A request's client.
   *
   * @param kept bytes that are kept of the request if it waits
   */
  RequestClient(RpcHandler handler, Means means, HttpServerRequest request, long kept) {
    this.handler = handler;
    this.means = means;
    this.request = request;
    this.kept = kept;
  }

  HttpServerRequest request() {
    return request;
  }

  /** Bytes that are kept of the request if it waits. */
  long kept() {
    return kept;
  }

  /** Records and sends an answer, or a refusal if there are no bytes for it: never both. */
  void take(Delivery answer) {
    if (untaken(answer) == 0 || ofAnswer().resize(untaken(answer))) {
      means.gateway().recorded(answer).by(this);
    } else {
      handler.refuse(request, RpcHandler.NO_MEMORY);
    }
  }

  /** The bytes that wait until the client takes them; 0 if that is not worth counting. */
  private int untaken(Delivery answer) {
    if (answer instanceof Delivery.Whole whole) {
      int length = whole.body().length();
      boolean refused = whole.made().status() == 503;
      boolean small = length <= SMALL_ANSWER;
      return small && (refused || !request.response().writeQueueFull()) ? 0 : length;
    }
    if (answer instanceof Spoiled.Foreign foreign) {
      return foreign.body().length();
    }
    return answer instanceof Delivery.Relayed relayed ? relayed.answer().body().length() : 0;
  }

  private MemoryBudget.Share ofAnswer() {
    if (ofAnswer == null) {
      ofAnswer = means.budget().share();
    }
    return ofAnswer;
  }

  private void taken() {
    if (ofAnswer != null) {
      ofAnswer.release();
    }
  }

  @Override
  public void whole(Delivery.Whole answer) {
    Future<Void> sent = means.sender().whole(request, answer);
    if (ofAnswer != null) {
      sent.onComplete(done -> taken());
    }
  }

  @Override
  public void truncated(Spoiled.Truncated answer) {
    means.sender().truncated(request, answer);
  }

  @Override
  public void page(Spoiled.Page page) {
    // None of our headers: it has no server to ask.
    request
        .response()
        .setStatusCode(page.made().status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html")
        .end(page.sent());
  }

  @Override
  public void foreign(Spoiled.Foreign answer) {
    means.sender().foreign(request, answer).onComplete(done -> taken());
  }

  @Override
  public void silent(Spoiled.Silent silent) {
    AnswerSender.silent(request);
  }

  /** Holds its place, and the bytes, until the last piece is sent. */
  @Override
  public void dribbled(Spoiled.Dribbled answer) {
    MemoryBudget.Share share = means.budget().share();
    PendingRequestLimit.Place place =
        share.resize(answer.body().length() + kept) ? means.pending().enter() : null;
    if (place == null) {
      share.release();
      means.sender().whole(request, answer.atOnce());
      return;
    }
    new Dribble(means.delays(), means.sender().dribbled(request, answer), answer)
        .start(
            () -> {
              place.leave();
              share.release();
            });
  }

  @Override
  public void reset(Spoiled.Reset reset) {
    means.sender().reset(request);
  }

  @Override
  public void late(Delivery.Late late) {
    MemoryBudget.Share share = means.budget().share();
    if (!share.resize(kept)) {
      handler.refuse(request, RpcHandler.NO_MEMORY);
      return;
    }
    PendingRequestLimit.Place place = means.pending().enter();
    if (place == null) {
      share.release();
      handler.refuse(request, RpcHandler.OVERLOADED);
      return;
    }
    means
        .delays()
        .start(
            request.response(),
            late.millis(),
            () -> {
              place.leave();
              share.release();
              handler.deliver(this, late.rest().get());
            });
  }

  @Override
  public void forward(Delivery.Forward forward) {
    MemoryBudget.Share share = means.budget().share();
    if (!share.resize(kept)) {
      handler.refuse(request, RpcHandler.NO_MEMORY);
      return;
    }
    PendingRequestLimit.Place place = means.pending().enter();
    if (place == null || means.forwarder() == null) {
      share.release();
      handler.refuse(request, RpcHandler.OVERLOADED);
      return;
    }
    means
        .forwarder()
        .send(request, forward.body(), share)
        .onComplete(
            answer -> {
              place.leave();
              share.release();
              take(forwarded(forward, answer));
            });
  }

  @Override
  public void relayed(Delivery.Relayed answer) {
    AnswerSender.relayed(request, answer).onComplete(done -> taken());
  }

  private static Delivery forwarded(Delivery.Forward forward, AsyncResult<ForwardedAnswer> answer) {
    return answer.succeeded()
        ? forward.answered(answer.result())
        : forward.unanswered(Forwarder.reason(answer.cause()));
  }

  /**
   * What all clients of an event loop are answered by.
   *
   * @param forwarder for what the gateway does not play, or null if it refuses that
   */
  record Means(
      Gateway gateway,
      PendingRequestLimit pending,
      MemoryBudget budget,
      AnswerSender sender,
      Delays delays,
      @Nullable Forwarder forwarder) {}
}

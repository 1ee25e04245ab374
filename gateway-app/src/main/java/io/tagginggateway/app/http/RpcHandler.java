package io.tagginggateway.app.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.tagginggateway.app.memory.MemoryBudget;
import io.tagginggateway.app.rpc.Delivery;
import io.tagginggateway.app.rpc.Gateway;
import io.tagginggateway.app.rpc.HttpInput;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Hands requests to the {@link Gateway} and sends its answers. Lives on one event loop. */
final class RpcHandler {
  /** How long a client that was refused may go on sending. Chosen. */
  private static final long LINGER_MILLIS = 2_000;

  static final ApiError OVERLOADED =
      GatewayErrors.SERVICE_UNAVAILABLE.withMessage(
          "The gateway has as many requests waiting as it may.");

  static final ApiError NO_MEMORY =
      GatewayErrors.SERVICE_UNAVAILABLE.withMessage(
          "The gateway holds as many bytes for its callers as it may.");

  /** What is kept of a request that waits: its bytes as text, and what was decoded from them. */
  private static final int KEPT = 4;

  private static final int KEPT_AT_LEAST = 8 * 1024;

  private static final byte[] NO_BODY = new byte[0];

  private final Vertx vertx;
  private final Gateway gateway;
  private final int maxBody;
  private final PendingRequestLimit pending;
  private final MemoryBudget budget;
  private final Delays delays;
  private final RequestClient.Means means;

  /** How many requests of this event loop wait for a store. */
  private int waitingForStore;

  /**
   * A handler.
   *
   * @param forwarder for what the gateway does not play, or null if it refuses that
   */
  RpcHandler(
      Vertx vertx, Gateway gateway, int maxBody, ServerLoad load, @Nullable Forwarder forwarder) {
    this.vertx = vertx;
    this.gateway = gateway;
    this.maxBody = maxBody;
    this.pending = load.pending();
    this.budget = load.ofRequests();
    this.delays = new Delays(vertx);
    AnswerSender sender = new AnswerSender(new HttpDate(vertx, System::currentTimeMillis));
    this.means = new RequestClient.Means(gateway, pending, budget, sender, delays, forwarder);
  }

  /** Answers a request once its body is there; most have none. */
  void handle(HttpServerRequest request) {
    if (!BodyReader.mayHaveBody(request)) {
      answer(request, NO_BODY);
      return;
    }
    PendingRequestLimit.Place place = pending.enter();
    if (place == null) {
      refuse(request, OVERLOADED);
      return;
    }
    BodyReader.read(
        request,
        maxBody,
        place,
        budget.share(),
        body -> answer(request, body),
        error -> refuse(request, error));
  }

  /** Answers what the HTTP decoder could not read; the connection ends with it. */
  void handleInvalid(HttpServerRequest request) {
    if (request.connection() instanceof ConnectionBase gone && !gone.channel().isActive()) {
      // It was pipelined behind one whose answer came after its client had left.
      return;
    }
    Throwable cause = request.decoderResult().cause();
    if (cause instanceof TooLongHttpLineException) {
      refuse(request, GatewayErrors.LINE_TOO_LONG);
    } else if (cause instanceof TooLongHttpHeaderException) {
      refuse(request, GatewayErrors.HEADERS_TOO_LARGE);
    } else {
      refuse(request, GatewayErrors.BAD_REQUEST);
    }
  }

  /** Ends every delay that is under way. */
  void stop() {
    delays.endAll();
  }

  private void answer(HttpServerRequest request, byte[] body) {
    if (waitingForStore >= pending.most()) {
      refuse(request, OVERLOADED);
    } else {
      long kept = KEPT_AT_LEAST + (long) KEPT * (body.length + request.uri().length());
      deliver(new RequestClient(this, means, request, kept), gateway.serve(input(request, body)));
    }
  }

  /** What is there at once is sent at once; what comes later comes back to this event loop. */
  void deliver(RequestClient client, CompletionStage<Delivery> stage) {
    CompletableFuture<Delivery> delivery = stage.toCompletableFuture();
    if (delivery.isDone()) {
      client.take(delivery.join());
      return;
    }
    MemoryBudget.Share share = budget.share();
    if (!share.resize(client.kept())) {
      refuse(client.request(), NO_MEMORY);
      return;
    }
    Context context = vertx.getOrCreateContext();
    waitingForStore++;
    CompletableFuture<Void> unused =
        delivery.thenAccept(
            answer ->
                context.runOnContext(
                    now -> {
                      waitingForStore--;
                      share.release();
                      client.take(answer);
                    }));
  }

  void refuse(HttpServerRequest request, ApiError error) {
    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    gateway
        .recorded(gateway.refuse(input(request, NO_BODY), error))
        .by(new RequestClient(this, means, request, 0));
    closeSoon(request);
    // After a broken chunk Vert.x closes at once, and would drop an answer that still waits.
    if (request.connection() instanceof ConnectionBase connection) {
      connection.channel().flush();
    }
  }

  /**
   * At the request's end: to close while it comes would cost the client the answer. A timer that
   * outlived its connection would keep all headers of a request.
   */
  private void closeSoon(HttpServerRequest request) {
    HttpConnection connection = request.connection();
    if (request.isEnded()) {
      connection.close();
    } else {
      request.endHandler(end -> connection.close());
      long timer = vertx.setTimer(LINGER_MILLIS, late -> connection.close());
      if (connection instanceof ConnectionBase base) {
        base.channel().closeFuture().addListener(closed -> vertx.cancelTimer(timer));
      }
    }
  }

  private static HttpInput input(HttpServerRequest request, byte[] body) {
    RequestTarget target = RequestTarget.of(request);
    return new HttpInput(
        request.method().name(),
        target.path(),
        target.authority(),
        target.query(),
        request.headers()::get,
        body,
        request.remoteAddress());
  }
}

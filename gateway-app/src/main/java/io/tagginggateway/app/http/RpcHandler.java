package io.tagginggateway.app.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.tagginggateway.app.rpc.Delivery;
import io.tagginggateway.app.rpc.Gateway;
import io.tagginggateway.app.rpc.HttpInput;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Hands requests to the {@link Gateway} and sends its answers. Lives on one event loop. */
final class RpcHandler {
  /** How long a client that was refused may go on sending. Chosen. */
  private static final long LINGER_MILLIS = 2_000;

  static final ApiError OVERLOADED =
      GatewayErrors.SERVICE_UNAVAILABLE.withMessage(
          "The gateway has as many requests waiting as it may.");

  private static final byte[] NO_BODY = new byte[0];

  private final Vertx vertx;
  private final Gateway gateway;
  private final int maxBody;
  private final PendingRequestLimit pending;
  private final AnswerSender sender = new AnswerSender();
  private final Delays delays;

  /** How many requests of this event loop wait for a store. */
  private int waitingForStore;

  RpcHandler(Vertx vertx, Gateway gateway, int maxBody, PendingRequestLimit pending) {
    this.vertx = vertx;
    this.gateway = gateway;
    this.maxBody = maxBody;
    this.pending = pending;
    this.delays = new Delays(vertx);
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
        request, maxBody, place, body -> answer(request, body), error -> refuse(request, error));
  }

  /** Answers what the HTTP decoder could not read; the connection ends with it. */
  void handleInvalid(HttpServerRequest request) {
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
      deliver(request, gateway.serve(input(request, body)));
    }
  }

  /** What is there at once is sent at once; what comes later comes back to this event loop. */
  private void deliver(HttpServerRequest request, CompletionStage<Delivery> stage) {
    CompletableFuture<Delivery> delivery = stage.toCompletableFuture();
    Client client = new Client(request);
    if (delivery.isDone()) {
      gateway.recorded(delivery.join()).by(client);
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
                      gateway.recorded(answer).by(client);
                    }));
  }

  /** Does for one request what a delivery asks. */
  private final class Client implements Delivery.Carrier {
    private final HttpServerRequest request;

    Client(HttpServerRequest request) {
      this.request = request;
    }

    @Override
    public void whole(Delivery.Whole answer) {
      sender.whole(request, answer);
    }

    @Override
    public void truncated(Delivery.Truncated answer) {
      sender.truncated(request, answer);
    }

    @Override
    public void page(Delivery.Page page) {
      LoadBalancerPage.send(request.response(), page.made().status());
    }

    @Override
    public void reset(Delivery.Reset reset) {
      sender.reset(request);
    }

    @Override
    public void late(Delivery.Late late) {
      PendingRequestLimit.Place place = pending.enter();
      if (place == null) {
        refuse(request, OVERLOADED);
        return;
      }
      delays.start(
          request.response(),
          late.millis(),
          () -> {
            place.leave();
            deliver(request, late.rest().get());
          });
    }
  }

  private void refuse(HttpServerRequest request, ApiError error) {
    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    gateway.recorded(gateway.refuse(input(request, NO_BODY), error)).by(new Client(request));
    closeSoon(request);
    // After a broken chunk Vert.x closes at once, and would drop an answer that still waits.
    if (request.connection() instanceof ConnectionBase connection) {
      connection.channel().flush();
    }
  }

  /** At the request's end: to close while it comes would cost the client the answer. */
  private void closeSoon(HttpServerRequest request) {
    if (request.isEnded()) {
      request.connection().close();
    } else {
      request.endHandler(end -> request.connection().close());
      vertx.setTimer(LINGER_MILLIS, timer -> request.connection().close());
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
        body);
  }
}

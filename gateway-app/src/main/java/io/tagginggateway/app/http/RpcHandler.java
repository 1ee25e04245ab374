package io.tagginggateway.app.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.tagginggateway.app.fault.FaultRule;
import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.app.rpc.Gateway;
import io.tagginggateway.app.rpc.HttpInput;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.request.Format;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Hands requests to the {@link Gateway} and sends its answers. Lives on one event loop. */
final class RpcHandler {
  /** How long a client that was refused may go on sending. Chosen. */
  private static final long LINGER_MILLIS = 2_000;

  static final ApiError OVERLOADED =
      GatewayErrors.SERVICE_UNAVAILABLE.withMessage(
          "The gateway has as many requests waiting as it may.");

  private static final byte[] NO_BODY = new byte[0];
  private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("x-acs-request-id");
  private static final CharSequence TRACE_ID = HttpHeaders.createOptimized("x-acs-trace-id");
  private static final CharSequence ANY = HttpHeaders.createOptimized("*");
  private static final CharSequence JSON = HttpHeaders.createOptimized(Format.JSON.contentType());
  private static final CharSequence XML = HttpHeaders.createOptimized(Format.XML.contentType());
  private static final CharSequence EXPOSE_HEADERS =
      HttpHeaders.createOptimized("access-control-expose-headers");

  private final Vertx vertx;
  private final Gateway gateway;
  private final int maxBody;
  private final PendingRequestLimit pending;
  private final ConnectionFaults faults;
  private final HttpDate date = new HttpDate(Clock.systemUTC());

  RpcHandler(Vertx vertx, Gateway gateway, int maxBody, PendingRequestLimit pending) {
    this.vertx = vertx;
    this.gateway = gateway;
    this.maxBody = maxBody;
    this.pending = pending;
    this.faults = new ConnectionFaults(vertx, this, pending);
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
    faults.endDelays();
  }

  private void answer(HttpServerRequest request, byte[] body) {
    Exchange exchange = gateway.admit(input(request, body));
    FaultRule fault = exchange.fault();
    if (fault == null) {
      send(request.response(), exchange, answer(exchange));
    } else {
      faults.spoil(request, exchange, fault);
    }
  }

  /** Lets the product answer. */
  Buffer answer(Exchange exchange) {
    try {
      ResponseBuffer out = new ResponseBuffer();
      gateway.answer(exchange, out);
      return out.buffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void refuse(HttpServerRequest request, ApiError error) {
    try {
      ResponseBuffer out = new ResponseBuffer();
      Exchange exchange = gateway.refuse(input(request, NO_BODY), error, out);
      HttpServerResponse response = request.response();
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      send(response, exchange, out.buffer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** Sends an answer, whole. */
  void send(HttpServerResponse response, Exchange exchange, Buffer body) {
    gateway.finished(exchange);
    head(response, exchange).end(body);
  }

  /** Prepares everything of an answer but its body. */
  HttpServerResponse head(HttpServerResponse response, Exchange exchange) {
    response.setStatusCode(exchange.status());
    // Nothing is there that would have to be replaced.
    response
        .headers()
        .add(HttpHeaders.CONTENT_TYPE, contentType(exchange.format()))
        .add(REQUEST_ID, exchange.requestId())
        .add(TRACE_ID, exchange.traceId())
        .add(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY)
        .add(EXPOSE_HEADERS, ANY)
        .add(HttpHeaders.DATE, date.now());
    return response;
  }

  private static CharSequence contentType(Format format) {
    return switch (format) {
      case JSON -> JSON;
      case XML -> XML;
    };
  }

  /** Notes that something else than its answer is sent: this status, or 0 for nothing at all. */
  void replaced(Exchange exchange, int status) {
    exchange.replaced(status);
    finished(exchange);
  }

  /** Lets those who keep records know. */
  void finished(Exchange exchange) {
    gateway.finished(exchange);
  }
}

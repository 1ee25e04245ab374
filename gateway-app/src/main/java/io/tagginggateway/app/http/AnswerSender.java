package io.tagginggateway.app.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.tagginggateway.app.log.VisibleText;
import io.tagginggateway.app.rpc.Delivery;
import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.app.rpc.ForwardedAnswer;
import io.tagginggateway.app.rpc.Hint;
import io.tagginggateway.app.rpc.Spoiled;
import io.tagginggateway.core.request.Format;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** Sends what is due, spoiled or not. Lives on one event loop. */
final class AnswerSender {
  private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("x-acs-request-id");
  private static final CharSequence TRACE_ID = HttpHeaders.createOptimized("x-acs-trace-id");
  private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("x-acs-retry-after");
  private static final CharSequence HINT = HttpHeaders.createOptimized("x-tagging-gateway-hint");
  private static final CharSequence ANY = HttpHeaders.createOptimized("*");
  private static final CharSequence JSON = HttpHeaders.createOptimized(Format.JSON.contentType());
  private static final CharSequence XML = HttpHeaders.createOptimized(Format.XML.contentType());
  private static final CharSequence EXPOSE_HEADERS =
      HttpHeaders.createOptimized("access-control-expose-headers");

  private final HttpDate date;

  AnswerSender(HttpDate date) {
    this.date = date;
  }

  /** Sends an answer, whole; completes when the system has taken it, or never will. */
  Future<Void> whole(HttpServerRequest request, Delivery.Whole answer) {
    return head(request.response(), answer.made()).end(answer.body());
  }

  /** Sends what another gateway answered, as it came. */
  static Future<?> relayed(HttpServerRequest request, Delivery.Relayed relayed) {
    ForwardedAnswer answer = relayed.answer();
    HttpServerResponse response = request.response().setStatusCode(answer.status());
    response.headers().addAll(answer.headers());
    return response.end(answer.body());
  }

  /** Announces the whole length, and ends the connection before it is there. */
  void truncated(HttpServerRequest request, Spoiled.Truncated answer) {
    HttpServerResponse response = head(request.response(), answer.made());
    response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(answer.body().length()));
    response
        .write(answer.body().slice(0, answer.bytes()))
        .onComplete(
            written -> {
              if (request.version() == HttpVersion.HTTP_2) {
                response.reset();
              } else {
                request.connection().close();
              }
            });
  }

  /** Sends another body than the answer's, under the headers of an answer. */
  Future<Void> foreign(HttpServerRequest request, Spoiled.Foreign answer) {
    HttpServerResponse response = head(request.response(), answer.made());
    return response.putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType()).end(answer.body());
  }

  /** Prepares an answer whose body comes in pieces. */
  HttpServerResponse dribbled(HttpServerRequest request, Spoiled.Dribbled answer) {
    HttpServerResponse response = head(request.response(), answer.made());
    return response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(answer.body().length()));
  }

  /** Ends the connection in order, without a byte; with HTTP/2 the stream alone. */
  static void silent(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset();
    } else {
      request.connection().close();
    }
  }

  /** Without lingering, a close is a reset; with HTTP/2 it ends every stream of the connection. */
  void reset(HttpServerRequest request) {
    if (request.connection() instanceof ConnectionBase connection) {
      connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
      ChannelFuture unused = connection.channel().close();
    } else {
      request.connection().close();
    }
  }

  /** Prepares everything of an answer but its body. */
  private HttpServerResponse head(HttpServerResponse response, Exchange exchange) {
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
    Integer retryAfter = exchange.retryAfterMillis();
    if (retryAfter != null) {
      response.headers().add(RETRY_AFTER, retryAfter.toString());
    }
    Hint hint = exchange.hint();
    if (hint != null && !hint.toCaller().isEmpty()) {
      response.headers().add(HINT, VisibleText.ascii(hint.toCaller()));
    }
    return response;
  }

  private static CharSequence contentType(Format format) {
    return switch (format) {
      case JSON -> JSON;
      case XML -> XML;
    };
  }
}

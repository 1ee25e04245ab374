package io.tagginggateway.app.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Answers of the proxy itself, which speaks for no product and so in no product's envelope. */
final class Refusal {
  private static final String TEXT = "text/plain;charset=utf-8";

  private Refusal() {}

  /** Sends one line of text; the connection ends with it. */
  static void send(HttpServerRequest request, int status, String line) {
    request
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, TEXT)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(line + "\n");
    // At once: what was pipelined behind it must not be answered. What was written is sent first.
    request.connection().close();
  }
}

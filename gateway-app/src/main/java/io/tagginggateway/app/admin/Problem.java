package io.tagginggateway.app.admin;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 says it.
 *
 * @param status the HTTP status
 * @param detail one line for a person
 * @param pointer the JSON pointer of the field to blame, or null if it is no single one
 */
record Problem(int status, String detail, @Nullable String pointer) {

  Problem(int status, String detail) {
    this(status, detail, null);
  }

  void send(HttpServerResponse response) {
    JsonObject body =
        new JsonObject()
            .put("type", "about:blank")
            .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
            .put("status", status)
            .put("detail", detail);
    if (pointer != null) {
      body.put("pointer", pointer);
    }
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(body.encode());
  }
}

package io.tagginggateway.app.admin;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 says it.
 *
 * @param status the HTTP status
 * @param detail one line for a person
 * @param pointer the JSON pointer of the field to blame, or null if it is no single one
 * @param errors each thing that is wrong, with {@code detail} and where it stands; may be empty
 */
record Problem(int status, String detail, @Nullable String pointer, JsonArray errors) {

  Problem(int status, String detail) {
    this(status, detail, null);
  }

  Problem(int status, String detail, @Nullable String pointer) {
    this(status, detail, pointer, new JsonArray());
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
    if (!errors.isEmpty()) {
      body.put("errors", errors);
    }
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(body.encode());
  }
}

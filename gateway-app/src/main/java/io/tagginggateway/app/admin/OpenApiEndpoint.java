package io.tagginggateway.app.admin;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;

/** {@code openapi.json}: the description of all this. */
public final class OpenApiEndpoint implements AdminEndpoint {

  @Override
  public void mount(Vertx vertx, Router router) {
    AllowedMethods.at(router, "/openapi.json")
        .on(HttpMethod.GET, context -> send(vertx, context))
        .andNoOther();
  }

  private static void send(Vertx vertx, RoutingContext context) {
    vertx
        .executeBlocking(OpenApiEndpoint::read, false)
        .onSuccess(
            document ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(document))
        .onFailure(context::fail);
  }

  static Buffer read() throws IOException {
    try (InputStream in = OpenApiEndpoint.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IOException("openapi.json is not in the jar");
      }
      return Buffer.buffer(in.readAllBytes());
    }
  }
}

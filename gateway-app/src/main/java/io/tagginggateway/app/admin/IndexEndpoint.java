package io.tagginggateway.app.admin;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * The root: every call that there is, as its description tells. A page for browsers is mounted
 * before it, and leaves to it what does not ask for {@code text/html}.
 */
public final class IndexEndpoint implements AdminEndpoint {

  @Override
  public void mount(Vertx vertx, Router router) {
    AllowedMethods.at(router, "/").on(HttpMethod.GET, context -> send(vertx, context)).andNoOther();
  }

  private static void send(Vertx vertx, RoutingContext context) {
    vertx
        .executeBlocking(IndexEndpoint::index, false)
        .onSuccess(
            index ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .end(index))
        .onFailure(context::fail);
  }

  private static String index() throws IOException {
    JsonObject document = new JsonObject(OpenApiEndpoint.read());
    JsonArray calls = new JsonArray();
    for (Map.Entry<String, Object> path : document.getJsonObject("paths")) {
      for (Map.Entry<String, Object> method : (JsonObject) path.getValue()) {
        if (method.getValue() instanceof JsonObject operation) {
          calls.add(
              new JsonObject()
                  .put("method", method.getKey().toUpperCase(Locale.ROOT))
                  .put("path", "/_gateway" + path.getKey())
                  .put("summary", operation.getString("summary")));
        }
      }
    }
    return new JsonObject()
        .put("name", "Tagging Gateway")
        .put("description", "/_gateway/openapi.json")
        .put("calls", calls)
        .encodePrettily();
  }
}

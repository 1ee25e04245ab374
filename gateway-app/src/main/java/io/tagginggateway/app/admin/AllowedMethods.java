package io.tagginggateway.app.admin;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/** What may be done at one path; anything else is answered with what may. */
final class AllowedMethods {
  private final Router router;
  private final String path;
  private final List<String> allowed = new ArrayList<>();

  private AllowedMethods(Router router, String path) {
    this.router = router;
    this.path = path;
  }

  static AllowedMethods at(Router router, String path) {
    return new AllowedMethods(router, path);
  }

  AllowedMethods on(HttpMethod method, Handler<RoutingContext> handler) {
    allowed.add(method.name());
    router.route(method, path).handler(handler);
    return this;
  }

  void andNoOther() {
    String names = String.join(", ", allowed);
    router
        .route(path)
        .handler(
            context -> {
              context.response().putHeader(HttpHeaders.ALLOW, names);
              new Problem(405, "Allowed here: " + names + '.').send(context.response());
            });
  }
}

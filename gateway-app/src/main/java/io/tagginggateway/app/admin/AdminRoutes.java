package io.tagginggateway.app.admin;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.function.Function;

/**
 * All routes below {@code /_gateway}, made anew for each event loop.
 *
 * @param endpoints the groups of routes, tried in this order
 */
public record AdminRoutes(List<AdminEndpoint> endpoints) implements Function<Vertx, Router> {

  @Override
  public Router apply(Vertx vertx) {
    Router router = Router.router(vertx);
    endpoints.forEach(endpoint -> endpoint.mount(vertx, router));
    return router;
  }
}

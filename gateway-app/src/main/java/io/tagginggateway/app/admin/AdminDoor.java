package io.tagginggateway.app.admin;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands requests to the admin routes of one event loop. They are made on a worker's thread when
 * somebody asks for the first time, so that a start does not pay for them. Lives on that event
 * loop.
 */
public final class AdminDoor implements Handler<HttpServerRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(AdminDoor.class);

  private final Vertx vertx;
  private final Supplier<AdminRoutes> routes;
  private @Nullable Future<Router> router;

  /**
   * The door of one event loop.
   *
   * @param routes gives the same for all event loops; asked on a worker's thread
   */
  public AdminDoor(Vertx vertx, Supplier<AdminRoutes> routes) {
    this.vertx = vertx;
    this.routes = routes;
  }

  @Override
  public void handle(HttpServerRequest request) {
    Future<Router> there = router();
    if (there.succeeded()) {
      there.result().handle(request);
      return;
    }
    request.pause();
    there
        .onSuccess(
            made -> {
              // One who is gone would never be heard of again.
              if (!request.response().closed()) {
                request.resume();
                made.handle(request);
              }
            })
        .onFailure(
            cause -> {
              LOG.error("The admin API cannot be made", cause);
              request.resume();
              new Problem(500, "The request cannot be answered.").send(request.response());
            });
  }

  private Future<Router> router() {
    if (router == null || router.failed()) {
      router = vertx.executeBlocking(() -> routes.get().apply(vertx), false);
    }
    return router;
  }
}

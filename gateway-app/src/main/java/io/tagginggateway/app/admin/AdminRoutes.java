package io.tagginggateway.app.admin;

import io.tagginggateway.core.error.Failures;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All routes below {@code /_gateway}, made anew for each event loop. */
public final class AdminRoutes implements Function<Vertx, Router> {
  private static final Logger LOG = LoggerFactory.getLogger(AdminRoutes.class);

  private static final String PATH = "/_gateway";

  private final AdminGuard guard;
  private final List<AdminEndpoint> open;
  private final List<AdminEndpoint> guarded;

  /**
   * Routes of these endpoints.
   *
   * @param sessions who knows what callers must present; loopback callers only where that is
   *     nothing
   * @param ownHost the host that the gateway listens on
   * @param open endpoints for everybody
   * @param guarded endpoints for those who may
   */
  public AdminRoutes(
      BrowserSessions sessions,
      String ownHost,
      List<AdminEndpoint> open,
      List<AdminEndpoint> guarded) {
    this.guard = new AdminGuard(sessions, ownHost);
    this.open = List.copyOf(open);
    this.guarded = List.copyOf(guarded);
  }

  @Override
  public Router apply(Vertx vertx) {
    Router router = Router.router(vertx);
    open.forEach(endpoint -> endpoint.mount(vertx, router));
    router.route().handler(guard);
    guarded.forEach(endpoint -> endpoint.mount(vertx, router));
    router
        .route()
        .handler(
            context -> new Problem(404, "There is nothing at this path.").send(context.response()));
    router.route().failureHandler(AdminRoutes::failed);
    Router root = Router.router(vertx);
    root.route(PATH).handler(AdminRoutes::withSlash);
    root.route(PATH + "/*").subRouter(router);
    for (Router each : List.of(root, router)) {
      // The routers' own refusals pass no route.
      each.errorHandler(400, AdminRoutes::notDecoded);
    }
    return root;
  }

  /** The router takes a path with a slash behind it for the same one. */
  private static void withSlash(RoutingContext context) {
    if (context.request().path().equals(PATH)) {
      context.reroute(PATH + "/");
    } else {
      context.next();
    }
  }

  private static void notDecoded(RoutingContext context) {
    new Problem(400, "The path cannot be decoded.").send(context.response());
  }

  private static void failed(RoutingContext context) {
    if (context.response().ended()
        || (context.failure() != null
            && Failures.cause(context.failure()) instanceof CallerIsGone)) {
      return;
    }
    int status = context.statusCode();
    if (status < 400 || status >= 500) {
      LOG.error(
          "{} {} failed", context.request().method(), context.request().path(), context.failure());
      status = 500;
    }
    String detail = status == 413 ? "The body is too large." : "The request cannot be answered.";
    new Problem(status, detail).send(context.response());
  }
}

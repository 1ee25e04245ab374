package io.tagginggateway.app.console;

import io.tagginggateway.app.admin.AdminEndpoint;
import io.tagginggateway.app.admin.AdminGuard;
import io.tagginggateway.app.admin.BrowserSessions;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.jspecify.annotations.Nullable;

/**
 * The console's routes. They are all that the admin API has of it: what serves them is made when
 * the first page is asked for.
 */
public final class ConsoleEndpoint {
  /** Twenty tags of Chinese text are below a tenth of it. Chosen. */
  private static final int MAX_FORM = 256 * 1024;

  private final ConsoleServices services;
  private final BrowserSessions sessions;
  private volatile @Nullable Console console;

  /** Routes to a console over these services, for those whom these sessions let in. */
  public ConsoleEndpoint(ConsoleServices services, BrowserSessions sessions) {
    this.services = services;
    this.sessions = sessions;
  }

  /** What everybody may have: how pages look, and where to log in. */
  public AdminEndpoint open() {
    return (vertx, router) -> {
      router.get("/console/assets/:name").handler(context -> console(vertx).asset(context));
      router.post("/console/login").handler(form());
      router.route("/console/login").handler(context -> console(vertx).login(context));
    };
  }

  /** All the rest. */
  public AdminEndpoint guarded() {
    return (vertx, router) -> {
      router.get("/").handler(context -> start(vertx, context));
      router.get("/console/events").handler(context -> console(vertx).events(context));
      router.post("/console/state/load").handler(context -> console(vertx).load(context));
      router.post("/console/*").handler(form());
      router.route("/console/*").handler(context -> console(vertx).page(context));
    };
  }

  private static BodyHandler form() {
    return BodyHandler.create(false).setBodyLimit(MAX_FORM);
  }

  private void start(Vertx vertx, RoutingContext context) {
    if (AdminGuard.wantsPage(context.request())) {
      console(vertx).page(context);
    } else {
      context.next();
    }
  }

  /** One for all event loops. */
  private Console console(Vertx vertx) {
    Console known = console;
    return known == null ? open(vertx) : known;
  }

  private synchronized Console open(Vertx vertx) {
    Console known = console;
    if (known == null) {
      known = new Console(vertx, services, sessions);
      console = known;
    }
    return known;
  }
}

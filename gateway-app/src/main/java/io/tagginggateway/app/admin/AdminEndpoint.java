package io.tagginggateway.app.admin;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;

/** One group of routes below {@code /_gateway}. Mounted once per event loop. */
@FunctionalInterface
public interface AdminEndpoint {

  /** Adds its routes; their paths start behind {@code /_gateway}. */
  void mount(Vertx vertx, Router router);
}

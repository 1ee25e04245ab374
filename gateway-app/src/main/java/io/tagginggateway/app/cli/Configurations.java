package io.tagginggateway.app.cli;

import io.tagginggateway.app.config.CommandLineSettings;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.config.ProductSources;
import io.tagginggateway.app.process.GatewayVertx;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.file.ProductBundle;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Reads the configuration that the commands share. */
final class Configurations {
  private Configurations() {}

  /** The products that this process's configuration and environment lead to. */
  static Products products(CommandLineSettings settings, List<Path> files) {
    Map<String, String> environment = System.getenv();
    return ProductSources.load(
        ProductBundle.installed(), files, ConfigLoader.file(settings, environment), environment);
  }

  /** What {@code loader} reads. */
  static GatewayConfig load(ConfigLoader loader, CommandLineSettings settings) {
    try {
      return GatewayVertx.join(loader.load(settings));
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** The same for a command that does not go on to serve. */
  static GatewayConfig load(Products products, CommandLineSettings settings) {
    Vertx vertx = GatewayVertx.create();
    try {
      return load(new ConfigLoader(() -> vertx, products, System.getenv()), settings);
    } finally {
      GatewayVertx.join(vertx.close());
    }
  }
}

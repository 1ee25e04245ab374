package io.tagginggateway.app.verify;

import io.tagginggateway.app.config.CommandLineSettings;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.process.GatewayProcess;
import io.tagginggateway.app.process.GatewayVertx;
import io.tagginggateway.core.product.ProductModule;
import io.tagginggateway.core.product.Products;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The gateway as users start it, on a free port, with the demo. */
final class StartedGateway implements AutoCloseable {
  private static final Products PRODUCTS = Products.installed();

  private final GatewayProcess process;

  /** Settings as keys and values in turn. */
  StartedGateway(String... settings) {
    Vertx vertx = GatewayVertx.create();
    CommandLineSettings options = CommandLineSettings.of(null).with("--port", "http.port", "0");
    for (int i = 0; i < settings.length; i += 2) {
      options = options.with("--set", settings[i], settings[i + 1]);
    }
    GatewayConfig config =
        new ConfigLoader(vertx, PRODUCTS, Map.of())
            .load(options)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    process = GatewayProcess.start(vertx, config, PRODUCTS);
  }

  static List<ProductModule> modules() {
    return PRODUCTS.modules();
  }

  static ProductModule module(String code) {
    return PRODUCTS.modules().stream()
        .filter(module -> module.product().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  String url() {
    return process.url();
  }

  URI uri() {
    return URI.create(url());
  }

  int port() {
    return process.port();
  }

  @Override
  public void close() {
    process.close();
  }
}

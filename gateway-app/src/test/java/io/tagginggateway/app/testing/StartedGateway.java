package io.tagginggateway.app.testing;

import io.tagginggateway.app.config.CommandLineSettings;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.process.GatewayProcess;
import io.tagginggateway.app.process.GatewayVertx;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.file.ProductBundle;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The gateway as users start it, on a free port, with the demo. */
public final class StartedGateway implements AutoCloseable {
  private static final Products PRODUCTS = ProductBundle.installed();

  private final GatewayProcess process;

  /** Settings as keys and values in turn. */
  public StartedGateway(String... settings) {
    Map<String, String> byKey = new LinkedHashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      byKey.put(settings[i], settings[i + 1]);
    }
    process = start(PRODUCTS, byKey, List.of(), Clock.systemUTC());
  }

  /** One that has these products alone. */
  public StartedGateway(Products products, Map<String, String> settings) {
    process = start(products, settings, List.of(), Clock.systemUTC());
  }

  /** Starts one with these settings, on a free port unless they name another. */
  public static GatewayProcess start(
      Map<String, String> settings, List<Path> fixtures, Clock clock) {
    return start(PRODUCTS, settings, fixtures, clock);
  }

  private static GatewayProcess start(
      Products products, Map<String, String> settings, List<Path> fixtures, Clock clock) {
    Vertx vertx = GatewayVertx.create();
    CommandLineSettings options = CommandLineSettings.of(null).with("--port", "http.port", "0");
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      options = options.with(setting.getKey(), setting.getKey(), setting.getValue());
    }
    GatewayConfig config =
        new ConfigLoader(vertx, products, Map.of())
            .load(options)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    return GatewayProcess.start(vertx, config.withFixtures(fixtures), products, clock);
  }

  /** Every product on the class path. */
  public static Products all() {
    return PRODUCTS;
  }

  /** An entry for each of them. */
  public static List<ProductEntry> products() {
    return PRODUCTS.entries();
  }

  public static ProductEntry product(String code) {
    return Objects.requireNonNull(PRODUCTS.find(code), code);
  }

  public String url() {
    return process.url();
  }

  public URI uri() {
    return URI.create(url());
  }

  public int port() {
    return process.port();
  }

  public int tlsPort() {
    return URI.create(process.tlsUrl()).getPort();
  }

  @Override
  public void close() {
    process.close();
  }
}

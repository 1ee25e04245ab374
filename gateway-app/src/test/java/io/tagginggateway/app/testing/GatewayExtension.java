package io.tagginggateway.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.config.CommandLineSettings;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.process.GatewayProcess;
import io.tagginggateway.app.process.GatewayVertx;
import io.tagginggateway.core.product.Products;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A gateway on a free port for the tests of one class, put together as {@code serve} does it. Set
 * it up where it is declared: {@code @RegisterExtension static final GatewayExtension GATEWAY = new
 * GatewayExtension().set("auth.mode", "strict");}
 */
public final class GatewayExtension implements BeforeAllCallback, AfterAllCallback {
  private static final int START_SECONDS = 60;

  private final Map<String, String> settings = new LinkedHashMap<>();
  private Clock clock = Clock.systemUTC();
  private @Nullable String fixtures;
  private @Nullable GatewayProcess process;
  private @Nullable Warnings warnings;

  /** Sets a key of the configuration. */
  public GatewayExtension set(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** Gives it fixtures, as the text of a YAML file, instead of the demo. */
  public GatewayExtension fixtures(String yaml) {
    fixtures = yaml;
    return this;
  }

  /** Gives it a time of its own. */
  public GatewayExtension clock(Clock other) {
    clock = other;
    return this;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    warnings = Warnings.collect();
    Products products = Products.installed();
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
            .get(START_SECONDS, TimeUnit.SECONDS);
    Path file = fixtures == null ? null : written(fixtures);
    try {
      process =
          GatewayProcess.start(
              vertx, file == null ? config : config.withFixtures(List.of(file)), products, clock);
    } finally {
      if (file != null) {
        Files.delete(file);
      }
    }
  }

  private static Path written(String yaml) throws IOException {
    return Files.writeString(Files.createTempFile("fixtures", ".yaml"), yaml);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (process != null) {
      process.close();
    }
    if (warnings != null) {
      warnings.close();
      assertThat(warnings.found()).as("logged as a warning or worse").isEmpty();
    }
  }

  /** The port of the plain listener. */
  public int port() {
    if (process == null) {
      throw new IllegalStateException("not started");
    }
    return process.port();
  }

  /** Opens a connection. */
  public RawClient connect() throws IOException {
    return RawClient.connect(port());
  }

  /** Sends one request, a character for each byte, on a connection of its own. */
  public RawResponse ask(String request) throws IOException {
    try (RawClient client = connect()) {
      return client.ask(request);
    }
  }
}

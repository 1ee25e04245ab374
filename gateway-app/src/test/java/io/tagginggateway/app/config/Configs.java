package io.tagginggateway.app.config;

import io.tagginggateway.app.log.LogFormat;
import io.tagginggateway.app.log.LogLevel;
import io.tagginggateway.app.log.RequestLogging;
import io.tagginggateway.app.process.GatewayVertx;
import io.tagginggateway.core.product.file.ProductBundle;
import io.tagginggateway.core.state.FixtureMode;
import io.tagginggateway.core.state.StoreSettings;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Loads configurations for tests. */
final class Configs {
  private static final Vertx VERTX = GatewayVertx.create();

  private Configs() {}

  static GatewayConfig load(CommandLineSettings options, Map<String, String> environment) {
    try {
      return new ConfigLoader(VERTX, ProductBundle.installed(), environment)
          .load(options)
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ConfigException cause ? cause : e;
    }
  }

  /** Every key set to something that is not its default; a relative path starts at {@code base}. */
  static GatewayConfig everyKeyChanged(Path base) {
    return new GatewayConfig(
        new HttpConfig("0.0.0.0", 9090, 64 * 1024, List.of("gateway.test", "*.corp.example")),
        new Limits(
            10,
            8 * 1024,
            4 * 1024,
            Duration.ofSeconds(5),
            Duration.ofSeconds(3),
            2,
            5L << 20,
            6L << 30),
        new HttpsConfig(
            true, 9443, base.resolve("tls"), base.resolve("own.pem"), base.resolve("own.key")),
        new GatewayConfig.Proxy(false),
        new ForwardConfig(
            URI.create("http://ecs.aliyuncs.com:4566"), Duration.ofSeconds(2), 32 * 1024),
        AuthMode.STRICT,
        new GatewayConfig.Accounts("6543210987654321", UnknownKeys.ISOLATED),
        ResourceMode.DECLARED,
        "cn-qingdao",
        products(),
        List.of(base.resolve("own/depot.yaml"), base.resolve("shop.yaml")),
        List.of("VpcIpam", "CloudAPI"),
        List.of(base.resolve("one.yaml"), base.resolve("two.json")),
        false,
        new StoreConfig(
            "postgresql",
            new StoreSettings(
                "postgresql://gateway@db:5432/tags",
                "secret",
                "mine",
                3,
                Duration.ofSeconds(1),
                FixtureMode.MERGE)),
        new GatewayConfig.Journal(5),
        new GatewayConfig.Admin("open-sesame"),
        new GatewayConfig.Log(LogFormat.JSON, LogLevel.DEBUG, RequestLogging.ALL),
        new GatewayConfig.Hints(false, true),
        new GatewayConfig.Shutdown(Duration.ofMillis(250), Duration.ofMillis(1500)));
  }

  private static Map<String, ProductConfig> products() {
    return Map.of(
        "VpcIpam", new ProductConfig(List.of("ipam.test", "ipam2.test"), 0),
        "CloudAPI", new ProductConfig(List.of("api.test"), 7));
  }
}

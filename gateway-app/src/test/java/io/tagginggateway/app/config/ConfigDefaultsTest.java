package io.tagginggateway.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.log.LogFormat;
import io.tagginggateway.app.log.LogLevel;
import io.tagginggateway.app.log.RequestLogging;
import io.tagginggateway.core.product.file.ProductBundle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every default, so that none changes unseen. */
final class ConfigDefaultsTest {
  @Test
  void everyDefaultIsAsDocumented() {
    assertThat(ConfigLoader.defaults(ProductBundle.installed()))
        .isEqualTo(
            new GatewayConfig(
                new HttpConfig("127.0.0.1", 8080, 1024 * 1024, List.of()),
                new Limits(
                    4096,
                    128 * 1024,
                    64 * 1024,
                    Duration.ofSeconds(75),
                    Duration.ofSeconds(30),
                    1000,
                    0,
                    0),
                new HttpsConfig(false, 8443, Path.of(".tagging-gateway"), null, null),
                new GatewayConfig.Proxy(true),
                new ForwardConfig(null, Duration.ofSeconds(10), 8 * 1024 * 1024),
                AuthMode.LENIENT,
                new GatewayConfig.Accounts("1234567890123456", UnknownKeys.DEFAULT),
                ResourceMode.OPEN,
                "cn-hangzhou",
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                new StoreConfig("memory", null),
                new GatewayConfig.Journal(1000),
                new GatewayConfig.Admin(null),
                new GatewayConfig.Log(LogFormat.TEXT, LogLevel.INFO, RequestLogging.ERRORS),
                new GatewayConfig.Hints(true, false),
                new GatewayConfig.Shutdown(Duration.ZERO, Duration.ofSeconds(10))));
  }
}

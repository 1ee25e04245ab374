package io.tagginggateway.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.file.ProductBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReferencePageTest {
  private static final Path PAGE = Path.of("..", "docs", "reference.md");

  @Test
  void namesEveryConfigKey() throws IOException {
    ConfigReader catalogue = new ConfigReader(key -> null);
    GatewayConfig.read(catalogue, ProductBundle.installed());

    String page = Files.readString(PAGE);

    assertThat(catalogue.keys())
        .isNotEmpty()
        .allSatisfy(
            key ->
                assertThat(page)
                    .contains("`" + key.replaceFirst("^products\\.[^.]+", "products.<code>")));
  }
}

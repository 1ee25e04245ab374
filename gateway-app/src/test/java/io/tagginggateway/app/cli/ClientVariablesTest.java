package io.tagginggateway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.app.config.CommandLineSettings;
import io.tagginggateway.app.config.ConfigException;
import io.tagginggateway.core.product.Products;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientVariablesTest {
  private static final Products PRODUCTS = Products.installed();

  @TempDir Path directory;

  /** Settings as key, value, key, value … */
  private Map<String, String> variables(String... settings) {
    CommandLineSettings options =
        CommandLineSettings.of(null).with("--set", "https.directory", directory.toString());
    for (int i = 0; i < settings.length; i += 2) {
      options = options.with("--set", settings[i], settings[i + 1]);
    }
    return ClientVariables.of(Configurations.load(PRODUCTS, options), PRODUCTS);
  }

  @ParameterizedTest
  @CsvSource({
    "ALIBABA_CLOUD_ACCESS_KEY_ID, testid",
    "ALIBABA_CLOUD_ACCESS_KEY_SECRET, testsecret",
    "ALIBABA_CLOUD_REGION_ID, cn-hangzhou",
    "ALIBABACLOUD_ACCESS_KEY_ID, testid",
    "ALICLOUD_ACCESS_KEY_SECRET, testsecret",
    "ALICLOUD_ACCESS_KEY, testid",
    "ALICLOUD_SECRET_KEY, testsecret",
    "ALICLOUD_REGION, cn-hangzhou",
    "ALIBABA_CLOUD_IGNORE_PROFILE, TRUE",
    "ALIBABA_CLOUD_ENDPOINT, 127.0.0.1:8080",
    "ALIBABA_CLOUD_ENDPOINT_VPCIPAM, 127.0.0.1:8080",
    "ALIBABA_CLOUD_ENDPOINT_CLOUDAPI, 127.0.0.1:8080",
    "APIGATEWAY_ENDPOINT, 127.0.0.1:8080",
    "HTTP_PROXY, http://127.0.0.1:8080",
    "https_proxy, http://127.0.0.1:8080",
    "NO_PROXY, 'localhost,127.0.0.1,::1'",
  })
  void aGatewayWithoutSettingsIsPointedTo(String name, String value) {
    assertThat(variables()).containsEntry(name, value);
  }

  @Test
  void endpointsAreThoseOfTlsWhereThereIsTls() {
    Map<String, String> variables = variables("https.enabled", "true", "https.port", "9443");
    assertThat(variables)
        .containsEntry("ALIBABA_CLOUD_ENDPOINT", "127.0.0.1:9443")
        .containsEntry("HTTPS_PROXY", "http://127.0.0.1:8080");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 127.0.0.1:8080",
    "::, [::1]:8080",
    "::1, [::1]:8080",
    "gateway.test, gateway.test:8080",
  })
  void whoListensEverywhereIsReachedOverLoopback(String host, String endpoint) {
    assertThat(variables("http.host", host)).containsEntry("VPCIPAM_ENDPOINT", endpoint);
  }

  @Test
  void theGatewayItselfIsNotReachedThroughItsProxy() {
    assertThat(variables("http.host", "gateway.test"))
        .containsEntry("no_proxy", "localhost,127.0.0.1,::1,gateway.test");
  }

  @Test
  void aGatewayThatIsNoProxyIsNotNamedAsOne() {
    assertThat(variables("proxy.enabled", "false").keySet())
        .noneMatch(name -> name.toUpperCase(java.util.Locale.ROOT).endsWith("_PROXY"));
  }

  @Test
  void theAuthorityIsNamedWhereClientsMeetIt() throws Exception {
    String file = directory.resolve("ca.pem").toString();
    assertThat(variables()).doesNotContainKey("SSL_CERT_FILE");
    assertThat(variables("https.enabled", "true"))
        .containsEntry("SSL_CERT_FILE", file)
        .containsEntry("NODE_EXTRA_CA_CERTS", file)
        .containsEntry("REQUESTS_CA_BUNDLE", file)
        .containsEntry("ALIBABA_CLOUD_CA_BUNDLE", file);
    Files.writeString(Path.of(file), "as if a tunnel had been opened");
    assertThat(variables()).containsEntry("SSL_CERT_FILE", file);
    assertThat(variables("proxy.enabled", "false")).doesNotContainKey("SSL_CERT_FILE");
    assertThat(variables("https.certificate", "own.pem", "https.key", "own.key"))
        .doesNotContainKey("SSL_CERT_FILE");
  }

  @Test
  void aPortThatIsNotKnownYetIsAnError() {
    assertThatThrownBy(() -> variables("http.port", "0"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("http.port: is 0");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "127.0.0.1:8080, 127.0.0.1:8080",
        "/a b/ca.pem, '/a b/ca.pem'",
        "/it's/$(x)`y`, '/it'\\''s/$(x)`y`'",
        "[::1]:8080, '[::1]:8080'",
        "a;b, 'a;b'",
      })
  void valuesAreSafeInAShell(String value, String quoted) {
    assertThat(EnvCommand.quoted(value)).isEqualTo(quoted);
  }
}

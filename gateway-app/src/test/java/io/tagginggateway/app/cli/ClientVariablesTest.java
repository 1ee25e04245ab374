package io.tagginggateway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.app.client.ClientKey;
import io.tagginggateway.app.client.ClientVariables;
import io.tagginggateway.app.client.TrustFiles;
import io.tagginggateway.app.config.CommandLineSettings;
import io.tagginggateway.app.config.ConfigException;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.file.ProductBundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientVariablesTest {
  private static final Products PRODUCTS = ProductBundle.installed();

  @TempDir Path directory;

  /** Settings as key, value, key, value … */
  private Map<String, String> variables(String... settings) {
    CommandLineSettings options =
        CommandLineSettings.of(null).with("--set", "https.directory", directory.toString());
    for (int i = 0; i < settings.length; i += 2) {
      options = options.with("--set", settings[i], settings[i + 1]);
    }
    GatewayConfig config = Configurations.load(PRODUCTS, options);
    return ClientVariables.withProxy(config, PRODUCTS, ClientKey.DUMMY, trust(config), "");
  }

  private Map<String, String> withoutProxy(String... settings) {
    CommandLineSettings options =
        CommandLineSettings.of(null).with("--set", "https.directory", directory.toString());
    for (int i = 0; i < settings.length; i += 2) {
      options = options.with("--set", settings[i], settings[i + 1]);
    }
    GatewayConfig config = Configurations.load(PRODUCTS, options);
    return ClientVariables.of(config, PRODUCTS, ClientKey.DUMMY, trust(config));
  }

  private static TrustFiles trust(GatewayConfig config) {
    return TrustFiles.write(config.https(), Map.of());
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
    "ALIBABA_CLOUD_ACCOUNT_TYPE, Domestic",
    "ALIBABA_CLOUD_ENDPOINT, 127.0.0.1:8080",
    "ALIBABA_CLOUD_ENDPOINT_VPCIPAM, 127.0.0.1:8080",
    "ALIBABA_CLOUD_ENDPOINT_CLOUDAPI, 127.0.0.1:8080",
    "APIGATEWAY_ENDPOINT, 127.0.0.1:8080",
    "HTTP_PROXY, http://127.0.0.1:8080",
    "https_proxy, http://127.0.0.1:8080",
    "NO_PROXY, 'localhost,127.0.0.1,::1,localhost:8080,127.0.0.1:8080,[::1]:8080'",
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
    Map<String, String> variables =
        variables("http.host", "gateway.test", "https.enabled", "true", "https.port", "9443");
    assertThat(variables.get("no_proxy").split(",", -1))
        .contains("localhost", "::1", "gateway.test", "gateway.test:8080", "gateway.test:9443")
        .doesNotHaveDuplicates();
    assertThat(variables.get("NO_PROXY")).isEqualTo(variables.get("no_proxy"));
  }

  @Test
  void whatWasDirectBeforeStaysDirect() {
    GatewayConfig config = ConfigLoader.defaults(PRODUCTS);
    assertThat(
            ClientVariables.withProxy(
                    config, PRODUCTS, ClientKey.DUMMY, null, ".corp.example, localhost ,,10.0.0.1")
                .get("NO_PROXY"))
        .isEqualTo(
            "localhost,127.0.0.1,::1,localhost:8080,127.0.0.1:8080,[::1]:8080"
                + ",.corp.example,10.0.0.1");
  }

  @Test
  void otherProgramsAreLeftAloneUnlessTheProxyIsWanted() {
    assertThat(withoutProxy().keySet())
        .noneMatch(name -> name.toUpperCase(Locale.ROOT).endsWith("_PROXY"))
        .noneMatch(name -> name.contains("CERT") || name.contains("BUNDLE"));
    assertThat(withoutProxy("https.enabled", "true").keySet())
        .contains("SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS")
        .noneMatch(name -> name.toUpperCase(Locale.ROOT).endsWith("_PROXY"));
  }

  @Test
  void whatIsTrustedIsTheSystemsAuthoritiesAndOurs() throws Exception {
    Path system = Files.writeString(directory.resolve("system.pem"), "of the system\n");
    GatewayConfig config =
        Configurations.load(
            PRODUCTS,
            CommandLineSettings.of(null).with("--set", "https.directory", directory.toString()));
    TrustFiles trust = TrustFiles.write(config.https(), Map.of("SSL_CERT_FILE", system.toString()));
    String own = Files.readString(directory.resolve("ca.pem"));
    assertThat(trust.authority()).isEqualTo(directory.resolve("ca.pem").toString());
    assertThat(Files.readString(Path.of(trust.bundle()))).isEqualTo("of the system\n\n" + own);
    TrustFiles again = TrustFiles.write(config.https(), Map.of("SSL_CERT_FILE", trust.bundle()));
    assertThat(Files.readString(Path.of(again.bundle())))
        .as("not its own bundle again")
        .endsWith(own)
        .doesNotContain("of the system");
  }

  @Test
  void aCertificateOfTheUsersOwnIsNotOursToTrust() {
    assertThat(variables("https.certificate", "own.pem", "https.key", "own.key"))
        .doesNotContainKeys("SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS");
  }

  @Test
  void unsetTakesBackEverythingThatIsSet() {
    assertThat(ClientVariables.names(PRODUCTS))
        .containsAll(variables("https.enabled", "true").keySet())
        .contains("ALIBABA_CLOUD_SECURITY_TOKEN");
  }

  @Test
  void theHostsFileNamesTheProductsInTheirRegions() {
    GatewayConfig config = ConfigLoader.defaults(PRODUCTS);
    assertThat(HostsFile.lines(config, PRODUCTS, List.of("cn-hangzhou", "cn-qingdao")))
        .contains(
            "127.0.0.1 vpcipam.cn-hangzhou.aliyuncs.com\n",
            "127.0.0.1 apigateway.cn-qingdao.aliyuncs.com\n",
            "127.0.0.1 apigateway.aliyuncs.com\n")
        .doesNotContain("<");
  }

  @ParameterizedTest
  @CsvSource({
    "'off:A:false:x, tok:A:true:, plain:A:true:, other:B:true:', plain",
    "'other:B:true:, tok:A:true:t', tok",
    "'other:B:true:', other",
    "'off:A:false:', testid",
  })
  void theKeyIsOneThatWorks(String declared, String chosen) {
    List<AccessKey> keys = new ArrayList<>();
    for (String one : declared.split(", ", -1)) {
      String[] parts = one.split(":", -1);
      String account = parts[1].equals("A") ? "1234567890123456" : "6543210987654321";
      String token = parts[0].equals("tok") ? "token" : null;
      keys.add(new AccessKey(parts[0], "s", account, token, null, parts[2].equals("false")));
    }
    keys.add(
        new AccessKey(
            "late", "s", "1234567890123456", "token", Instant.EPOCH, /* disabled= */ false));
    assertThat(ClientKey.of(ConfigLoader.defaults(PRODUCTS), keys, Instant.now()).id())
        .isEqualTo(chosen);
  }

  @Test
  void inStrictModeAKeyThatNobodyDeclaredIsNone() {
    GatewayConfig strict =
        Configurations.load(
            PRODUCTS, CommandLineSettings.of(null).with("--auth", "auth.mode", "strict"));
    assertThatThrownBy(() -> ClientKey.of(strict, List.of(), Instant.now()))
        .isInstanceOf(ConfigException.class)
        .hasMessage("auth.mode: is strict, but no fixture declares an access key that works");
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

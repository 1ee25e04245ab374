package io.tagginggateway.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigLoaderTest {
  private static final String EVERY_KEY =
      """
      http:      { host: 0.0.0.0, port: 9090, max-body: 64KiB, names: [Gateway.test, "*.corp.example"] }
      https:     { enabled: true, port: 9443, directory: tls, certificate: own.pem, key: own.key }
      limits:
        { connections: 10, line: 8KiB, header: 4KiB, idle: 5s, read: 3s, queue: 2, memory: 5MiB, stored: 6GiB }
      proxy:     { enabled: false }
      forward:
        { url: "http://ecs.aliyuncs.com:4566", allow-cloud: true, timeout: 2s, max-answer: 32KiB }
      auth:      { mode: strict }
      accounts:  { default: "6543210987654321", unknown-key: isolated }
      resources: declared
      region:    cn-qingdao
      products:
        VpcIpam:  { hosts: [ipam.test, IPAM2.test] }
        CloudAPI: { hosts: [api.test], page-size: 7 }
      product-files: [own/depot.yaml, shop.yaml]
      enabled-products: [VpcIpam, CloudAPI]
      fixtures:  [one.yaml, two.json]
      demo:      false
      store:
        { type: postgresql, url: "postgresql://gateway@db:5432/tags", password: secret,
          password-file: unread, schema: mine, pool-size: 3, timeout: 1s, fixtures: merge }
      journal:   { capacity: 5 }
      admin:     { token: open-sesame }
      log:       { format: json, level: debug, requests: all }
      hints:     { enabled: false, header: true }
      shutdown:  { delay: 250ms, grace: 1500ms }
      """;

  private static final String EVERY_KEY_AS_JSON =
      """
      {"http": {"host": "0.0.0.0", "port": 9090, "max-body": "64KiB",
                "names": ["gateway.test", "*.corp.example"]},
       "https": {"enabled": true, "port": 9443, "directory": "tls",
                 "certificate": "own.pem", "key": "own.key"},
       "limits": {"connections": 10, "line": "8KiB", "header": "4KiB", "idle": "5s",
                  "read": "3s", "queue": 2, "memory": "5MiB", "stored": "6GiB"},
       "proxy": {"enabled": false},
       "forward": {"url": "http://ecs.aliyuncs.com:4566", "allow-cloud": true, "timeout": "2s",
                   "max-answer": "32KiB"},
       "auth": {"mode": "strict"},
       "accounts": {"default": "6543210987654321", "unknown-key": "isolated"},
       "resources": "declared", "region": "cn-qingdao",
       "products": {"VpcIpam": {"hosts": ["ipam.test", "ipam2.test"]},
                    "CloudAPI": {"hosts": ["api.test"], "page-size": 7}},
       "product-files": ["own/depot.yaml", "shop.yaml"], "enabled-products": ["VpcIpam", "CloudAPI"],
       "fixtures": ["one.yaml", "two.json"], "demo": false, "journal": {"capacity": 5},
       "store": {"type": "postgresql", "url": "postgresql://gateway@db:5432/tags", "password": "secret",
                 "password-file": "unread", "schema": "mine", "pool-size": 3, "timeout": "1s",
                 "fixtures": "merge"},
       "admin": {"token": "open-sesame"}, "log": {"format": "json", "level": "debug", "requests": "all"},
       "hints": {"enabled": false, "header": true},
       "shutdown": {"delay": "250ms", "grace": "1500ms"}}
      """;

  private static final Map<String, String> EVERY_VARIABLE =
      Map.ofEntries(
          Map.entry("TAGGING_GATEWAY_HTTP_HOST", "0.0.0.0"),
          Map.entry("TAGGING_GATEWAY_LOG_REQUESTS", "all"),
          Map.entry("TAGGING_GATEWAY_HINTS_ENABLED", "false"),
          Map.entry("TAGGING_GATEWAY_HINTS_HEADER", "true"),
          Map.entry("TAGGING_GATEWAY_HTTP_PORT", "9090"),
          Map.entry("TAGGING_GATEWAY_HTTP_MAX_BODY", "64KiB"),
          Map.entry("TAGGING_GATEWAY_HTTP_NAMES", "gateway.test,*.corp.example"),
          Map.entry("TAGGING_GATEWAY_STORE_TYPE", "postgresql"),
          Map.entry("TAGGING_GATEWAY_STORE_URL", "postgresql://gateway@db:5432/tags"),
          Map.entry("TAGGING_GATEWAY_STORE_PASSWORD", "secret"),
          Map.entry("TAGGING_GATEWAY_STORE_PASSWORD_FILE", "unread"),
          Map.entry("TAGGING_GATEWAY_STORE_SCHEMA", "mine"),
          Map.entry("TAGGING_GATEWAY_STORE_POOL_SIZE", "3"),
          Map.entry("TAGGING_GATEWAY_STORE_TIMEOUT", "1s"),
          Map.entry("TAGGING_GATEWAY_STORE_FIXTURES", "merge"),
          Map.entry("TAGGING_GATEWAY_LIMITS_CONNECTIONS", "10"),
          Map.entry("TAGGING_GATEWAY_LIMITS_LINE", "8KiB"),
          Map.entry("TAGGING_GATEWAY_LIMITS_HEADER", "4KiB"),
          Map.entry("TAGGING_GATEWAY_LIMITS_IDLE", "5s"),
          Map.entry("TAGGING_GATEWAY_LIMITS_READ", "3s"),
          Map.entry("TAGGING_GATEWAY_LIMITS_QUEUE", "2"),
          Map.entry("TAGGING_GATEWAY_LIMITS_MEMORY", "5MiB"),
          Map.entry("TAGGING_GATEWAY_LIMITS_STORED", "6GiB"),
          Map.entry("TAGGING_GATEWAY_HTTPS_ENABLED", "true"),
          Map.entry("TAGGING_GATEWAY_HTTPS_PORT", "9443"),
          Map.entry("TAGGING_GATEWAY_HTTPS_DIRECTORY", "tls"),
          Map.entry("TAGGING_GATEWAY_HTTPS_CERTIFICATE", "own.pem"),
          Map.entry("TAGGING_GATEWAY_HTTPS_KEY", "own.key"),
          Map.entry("TAGGING_GATEWAY_PROXY_ENABLED", "false"),
          Map.entry("TAGGING_GATEWAY_FORWARD_URL", "http://ecs.aliyuncs.com:4566"),
          Map.entry("TAGGING_GATEWAY_FORWARD_ALLOW_CLOUD", "true"),
          Map.entry("TAGGING_GATEWAY_FORWARD_TIMEOUT", "2s"),
          Map.entry("TAGGING_GATEWAY_FORWARD_MAX_ANSWER", "32KiB"),
          Map.entry("TAGGING_GATEWAY_AUTH_MODE", "strict"),
          Map.entry("TAGGING_GATEWAY_ACCOUNTS_DEFAULT", "6543210987654321"),
          Map.entry("TAGGING_GATEWAY_ACCOUNTS_UNKNOWN_KEY", "isolated"),
          Map.entry("TAGGING_GATEWAY_RESOURCES", "declared"),
          Map.entry("TAGGING_GATEWAY_REGION", "cn-qingdao"),
          Map.entry("TAGGING_GATEWAY_PRODUCTS_VPCIPAM_HOSTS", "ipam.test, ipam2.test"),
          Map.entry("TAGGING_GATEWAY_PRODUCTS_CLOUDAPI_HOSTS", "api.test"),
          Map.entry("TAGGING_GATEWAY_PRODUCTS_CLOUDAPI_PAGE_SIZE", "7"),
          Map.entry("TAGGING_GATEWAY_PRODUCT_FILES", "own/depot.yaml,shop.yaml"),
          Map.entry("TAGGING_GATEWAY_ENABLED_PRODUCTS", "VpcIpam,CloudAPI"),
          Map.entry("TAGGING_GATEWAY_FIXTURES", "one.yaml,two.json"),
          Map.entry("TAGGING_GATEWAY_DEMO", "false"),
          Map.entry("TAGGING_GATEWAY_JOURNAL_CAPACITY", "5"),
          Map.entry("TAGGING_GATEWAY_ADMIN_TOKEN", "open-sesame"),
          Map.entry("TAGGING_GATEWAY_LOG_FORMAT", "json"),
          Map.entry("TAGGING_GATEWAY_LOG_LEVEL", "debug"),
          Map.entry("TAGGING_GATEWAY_SHUTDOWN_DELAY", "250ms"),
          Map.entry("TAGGING_GATEWAY_SHUTDOWN_GRACE", "1500ms"));

  @TempDir private Path directory;

  @Test
  void everyKeyComesFromYaml() throws IOException {
    assertThat(Configs.load(config("c.yaml", EVERY_KEY), Map.of()))
        .isEqualTo(Configs.everyKeyChanged(directory));
  }

  @Test
  void everyKeyComesFromJson() throws IOException {
    assertThat(Configs.load(config("c.json", EVERY_KEY_AS_JSON), Map.of()))
        .isEqualTo(Configs.everyKeyChanged(directory));
  }

  @Test
  void everyKeyComesFromTheEnvironment() {
    assertThat(Configs.load(CommandLineSettings.of(null), EVERY_VARIABLE))
        .isEqualTo(Configs.everyKeyChanged(Path.of("")));
  }

  @Test
  void optionWinsOverVariableAndVariableOverFile() throws IOException {
    CommandLineSettings options =
        config("c.yaml", "http: { port: 1001, host: h1, max-body: 1KiB }")
            .with("--port", "http.port", "1003");
    GatewayConfig config =
        Configs.load(
            options,
            Map.of("TAGGING_GATEWAY_HTTP_PORT", "1002", "TAGGING_GATEWAY_HTTP_HOST", "h2"));
    assertThat(config.http()).isEqualTo(new HttpConfig("h2", 1003, 1024, List.of()));
  }

  @Test
  void variableNamesTheConfigFile() throws IOException {
    String file = String.valueOf(config("c.yaml", "region: cn-beijing").config());
    assertThat(
            Configs.load(CommandLineSettings.of(null), Map.of("TAGGING_GATEWAY_CONFIG", file))
                .region())
        .isEqualTo("cn-beijing");
  }

  @Test
  void emptyFileAndEmptyVariableSetNothing() throws IOException {
    CommandLineSettings options = config("c.yaml", "# nothing yet\n");
    assertThat(Configs.load(options, Map.of("TAGGING_GATEWAY_ADMIN_TOKEN", "")))
        .isEqualTo(Configs.load(CommandLineSettings.of(null), Map.of()));
  }

  @Test
  void emptySectionAndNullSetNothing() throws IOException {
    CommandLineSettings options = config("c.yaml", "http:\nadmin: { token: null }\n");
    assertThat(Configs.load(options, Map.of()))
        .isEqualTo(Configs.load(CommandLineSettings.of(null), Map.of()));
  }

  @Test
  void fixturesOfOptionsStandBehindThoseOfTheConfig() throws IOException {
    GatewayConfig config = Configs.load(config("c.yaml", "fixtures: [one.yaml]"), Map.of());
    assertThat(config.withFixtures(List.of(Path.of("two.yaml"))).fixtures())
        .containsExactly(directory.resolve("one.yaml"), Path.of("two.yaml"));
  }

  @Test
  void variablesThatContainersSetForServicesAreNotOurs() {
    Map<String, String> links =
        Map.of(
            "TAGGING_GATEWAY_URL", "http://127.0.0.1:8080",
            "TAGGING_GATEWAY_JAR", "gateway.jar",
            "TAGGING_GATEWAY_SERVICE_HOST", "10.0.0.1",
            "TAGGING_GATEWAY_SERVICE_PORT", "8080",
            "TAGGING_GATEWAY_SERVICE_PORT_HTTP", "8080",
            "TAGGING_GATEWAY_PORT", "tcp://10.0.0.1:8080",
            "TAGGING_GATEWAY_PORT_8080_TCP", "tcp://10.0.0.1:8080",
            "TAGGING_GATEWAY_PORT_8080_TCP_ADDR", "10.0.0.1");
    assertThat(Configs.load(CommandLineSettings.of(null), links))
        .isEqualTo(Configs.load(CommandLineSettings.of(null), Map.of()));
  }

  @Test
  void pageSizeIsForTheVersionsThatLeaveItToTheGateway() throws IOException {
    // Emr 2016-04-08 pages by resources without a parameter; 2021-03-20 lets the caller say.
    GatewayConfig config =
        Configs.load(config("c.yaml", "products: { Emr: { page-size: 3 } }"), Map.of());
    assertThat(config.product("Emr").pageSize()).isEqualTo(3);
  }

  @Test
  void tokenIsNotPrinted() throws IOException {
    assertThat(Configs.load(config("c.yaml", EVERY_KEY), Map.of()).toString())
        .doesNotContain("open-sesame");
  }

  private CommandLineSettings config(String name, String content) throws IOException {
    return CommandLineSettings.of(Files.writeString(directory.resolve(name), content).toString());
  }
}

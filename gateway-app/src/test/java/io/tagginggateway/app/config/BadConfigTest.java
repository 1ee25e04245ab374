package io.tagginggateway.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user is told: one line with the place and the key. */
final class BadConfigTest {
  @TempDir private Path directory;

  static Stream<Arguments> badFiles() {
    return Stream.of(
        arguments(
            "http:\n  prot: 1",
            ":2: unknown key http.prot (known here: host, port, max-body, names)"),
        arguments(
            "\n\nhtpp: {}",
            ":3: unknown key htpp (known here: http, limits, https, proxy, forward, auth, "),
        arguments("products: { Nil: {} }", ":1: unknown key products.Nil (known here: APIG, Alb, "),
        arguments("http:\n  port: abc", ":2: http.port: expected a whole number from 0 to 65535, "),
        arguments("http:\n  port: 65536", ":2: http.port: expected a whole number from 0 to 65535"),
        arguments("http:\n  port: -1", ":2: http.port: expected a whole number from 0 to 65535, n"),
        arguments("http:\n  port: 1.5", ":2: http.port: expected a whole number from 0 to 65535, "),
        arguments("http:\n  port: [1]", ":2: http.port: expected a whole number from 0 to 65535, "),
        arguments("http: 8080", ":1: http: expected a map of keys (known here: host, port, max-bo"),
        arguments("http: { host: '' }", ":1: http.host: expected text, not \"\""),
        arguments("http: { host: { a: b } }", ":1: http.host: expected text, not a list or map"),
        arguments("http: { max-body: 10 }", ":1: http.max-body: expected a size from 1B to 1GiB"),
        arguments("http: { max-body: 9GiB }", ":1: http.max-body: expected a size from 1B to 1GiB"),
        arguments("http: { max-body: 0B }", ":1: http.max-body: expected a size from 1B to 1GiB"),
        arguments("shutdown: { grace: 10 }", ":1: shutdown.grace: expected a duration up to 24h, "),
        arguments("shutdown: { grace: 2d }", ":1: shutdown.grace: expected a duration up to 24h, "),
        arguments("shutdown: { grace: 25h }", ":1: shutdown.grace: expected a duration up to 24h"),
        arguments("proxy: { enabled: yep }", ":1: proxy.enabled: expected true or false, not \"ye"),
        arguments("auth: { mode: Strict }", ":1: auth.mode: expected lenient or strict, not \"St"),
        arguments("store: { type: postgresql }", ":1: store.type: needs store.url as well"),
        arguments("store: { url: x }", ":1: store.url: needs store.type: postgresql as well"),
        arguments("store: { schema: 'a b' }", ":1: store.schema: expected a name of lower-case"),
        arguments("store: { pool-size: 1 }", ":1: store.pool-size: expected a whole number from"),
        arguments("store: { fixtures: x }", ":1: store.fixtures: expected if-empty or replace or "),
        arguments(
            "store: { type: postgresql, url: x, password-file: none }",
            ":1: store.password-file: cannot read "),
        arguments("resources: some", ":1: resources: expected open or declared, not \"some\""),
        arguments("region: 'a b'", ":1: region: expected a region id, not \"a b\""),
        arguments("accounts: { default: '12' }", ":1: accounts.default: expected an account id of"),
        arguments("accounts: { unknown-key: x }", ":1: accounts.unknown-key: expected default or "),
        arguments("journal: { capacity: -1 }", ":1: journal.capacity: expected a whole number fro"),
        arguments("log: { format: xml }", ":1: log.format: expected text or json, not \"xml\""),
        arguments("fixtures: one.yaml", ":1: fixtures: expected a list of files, not \"one.yaml\""),
        arguments("fixtures: [[]]", ":1: fixtures: expected a list of files, not a list or map"),
        arguments(
            "products:\n  VpcIpam:\n    page-size: 5", ":3: products.VpcIpam.page-size: cann"),
        arguments("products: { CloudAPI: { page-size: 0 } }", ":1: products.CloudAPI.page-size: e"),
        arguments("products: { CloudAPI: { page-size: 1001 } }", ":1: products.CloudAPI.page-size"),
        arguments("products: { CloudAPI: { hosts: ['a:80'] } }", ":1: products.CloudAPI.hosts: ex"),
        arguments("products: { CloudAPI: { hosts: [vpcipam.aliyuncs.com] } }", " is another prod"),
        arguments(
            "products: { CloudAPI: { hosts: [X.test] }, VpcIpam: { hosts: [x.test] } }",
            ":1: products.VpcIpam.hosts: x.test is another product's host"),
        arguments("http: { names: [a.*.test] }", ":1: http.names: expected a list of host names"),
        arguments(
            "http: { names: [VpcIpam.aliyuncs.com] }",
            ":1: http.names: vpcipam.aliyuncs.com is a product's host"),
        arguments(
            "http: { names: [a.test] }\nproducts: { VpcIpam: { hosts: [a.test] } }",
            ":2: products.VpcIpam.hosts: a.test is another product's host, or in http.names"),
        arguments("a: &x 1\nregion: *x", ":1: unknown key a"),
        arguments("region: &x a\nhttp: { host: *x }", ":2: http.host: aliases are not supported"),
        arguments("region: a\nregion: b", ":2: "),
        arguments("- a", ":1: expected keys such as http, not a list or text"),
        arguments("region: a\n---\nregion: b", ": expected the end of the only document"),
        arguments("http: { port: 1", ":1: "),
        arguments("http:\n  port: 1\n host: x", ":3: "));
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void fileIsRefusedWithLineAndKey(String content, String message) throws IOException {
    Path file = Files.writeString(directory.resolve("c.yaml"), content);
    Throwable problem = catchThrowable(() -> load(file, Map.of()));
    assertThat(problem).isInstanceOf(ConfigException.class);
    assertThat(problem.getMessage()).startsWith(file.toString()).contains(message).hasLineCount(1);
  }

  @Test
  void brokenJsonIsRefusedWithItsLine() throws IOException {
    Path file = Files.writeString(directory.resolve("c.json"), "{\n\"http\": {\n}]");
    assertThatThrownBy(() -> load(file, Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(file + ":3: ")
        .message()
        .hasLineCount(1);
  }

  @Test
  void missingFileIsRefused() {
    Path file = directory.resolve("none.yaml");
    assertThatThrownBy(() -> load(file, Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(file + ": no such file");
  }

  @Test
  void directoryIsRefused() {
    assertThatThrownBy(() -> load(directory, Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(directory + ": is a directory, not a file");
  }

  @Test
  void fileThatIsNotUtf8IsRefused() throws IOException {
    Path file = Files.write(directory.resolve("c.yaml"), new byte[] {'#', (byte) 0xFF, '!', '\n'});
    assertThatThrownBy(() -> load(file, Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(file + ": is not UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TAGGING_GATEWAY_HTTP_PROT | 1 | TAGGING_GATEWAY_HTTP_PROT: no such setting",
        "TAGGING_GATEWAY_PORT | 8081 | TAGGING_GATEWAY_PORT: no such setting",
        "TAGGING_GATEWAY_HTTP_PORT | x | TAGGING_GATEWAY_HTTP_PORT: expected a whole number "
            + "from 0 to 65535, not \"x\"",
        "TAGGING_GATEWAY_FIXTURES | a,, | TAGGING_GATEWAY_FIXTURES: expected a list of files, "
            + "not \"\""
      })
  void variableIsRefusedByItsName(String name, String value, String message) {
    assertThatThrownBy(() -> load(null, Map.of(name, value)))
        .isInstanceOf(ConfigException.class)
        .hasMessage(message);
  }

  @Test
  void optionIsRefusedByItsName() {
    CommandLineSettings options = CommandLineSettings.of(null).with("--port", "http.port", "x");
    assertThatThrownBy(() -> Configs.load(options, Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--port: expected a whole number from 0 to 65535, not \"x\"");
  }

  private static void load(Path file, Map<String, String> environment) {
    Configs.load(CommandLineSettings.of(file == null ? null : file.toString()), environment);
  }
}

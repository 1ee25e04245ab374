package io.tagginggateway.app.tools;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.RawResponse;
import io.tagginggateway.app.testing.SetClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each request of the CLI and of Terraform, byte for byte and with its real signature, in strict
 * mode at its own time: it is answered with at least the fields that the tool was content with.
 */
final class ToolCaptureTest {
  private static final Pattern TIME =
      Pattern.compile("(?i)(?:x-acs-date: |[?&]Timestamp=)([^&\\s]+)");
  private static final SetClock CLOCK = new SetClock();

  /** What the requests name, as if it had been created before. */
  private static final String FIXTURES =
      """
      accounts:
        - id: "1234567890123456"
          accessKeys:
            - { id: testid, secret: testsecret }
            - { id: sts.testid, secret: testsecret, securityToken: "teststs/token+==" }
          resources:
            - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: ipam-a0d689c9b31c4ebeb445,
                tags: { env: test, keep: same, owner: 张三 }, created: "2026-11-24T00:00:00Z",
                attributes: { IpamName: x, OperatingRegionList.1: cn-hangzhou,
                  PrivateDefaultScopeId: ipam-scope-pria0d689c, PublicDefaultScopeId: ipam-scope-puba0d689c } }
            - { product: VpcIpam, region: cn-hangzhou, type: IPAMSCOPE, id: ipam-scope-pria0d689c, along: true,
                attributes: { IpamId: other, IpamScopeType: private } }
            - { product: VpcIpam, region: cn-hangzhou, type: IPAMSCOPE, id: ipam-scope-928f3f8eaa7f4d51,
                tags: { env: test, keep: same, owner: 张三 },
                attributes: { IpamId: other, IpamScopeName: scope1 } }
            - { product: VpcIpam, region: cn-hangzhou, type: IPAMPOOL, id: ipam-pool-18eeb0144f94405c,
                tags: { env: test, keep: same, owner: 张三 },
                attributes: { IpamScopeId: ipam-scope-pria0d689c, IpamPoolName: pool1 } }
            - { product: CloudAPI, region: cn-hangzhou, type: app, id: "110840001",
                tags: { env: test, keep: same, owner: 张三 }, attributes: { AppName: tfapp1, AppKey: "1", AppSecret: s, AppCode: c } }
            - { product: CloudAPI, region: cn-hangzhou, type: plugin, id: 064b5026484c4802852158abd360aff9,
                tags: { env: test, keep: same, owner: 张三 },
                attributes: { PluginName: tfplugin, PluginType: cors, PluginData: "{}" } }
            - { product: CloudAPI, region: cn-hangzhou, type: apiGroup, id: c4b7d969f6864a4ba7a19c6f616ba23f,
                attributes: { GroupName: tfgroup, Description: d } }
            - { product: CloudAPI, region: cn-hangzhou, type: apiGroup, id: g1, tags: { env: test } }
            - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: ipam-002, tags: { env: test } }
      """;

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension().set("auth.mode", "strict").clock(CLOCK).fixtures(FIXTURES);

  private record Capture(String name, String raw, String answer) {
    Instant time() {
      Matcher time = TIME.matcher(raw);
      assertThat(time.find()).as(name).isTrue();
      return Instant.parse(URLDecoder.decode(time.group(1), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Capture> captures() throws IOException, URISyntaxException {
    Path directory =
        Path.of(
            Objects.requireNonNull(ToolCaptureTest.class.getResource("/captures/tools")).toURI());
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".http"))
          .filter(file -> !file.toString().contains(".response."))
          .filter(file -> !file.toString().contains("CONNECT"))
          .sorted()
          .map(ToolCaptureTest::read)
          .toList()
          .stream();
    }
  }

  private static Capture read(Path file) {
    String fileName = file.getFileName().toString();
    String name = fileName.substring(0, fileName.length() - ".http".length());
    try {
      return new Capture(
          name,
          Files.readString(file, ISO_8859_1),
          Files.readString(file.resolveSibling(name + ".response.http")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("captures")
  void isAnsweredWithTheFieldsThatTheToolTook(Capture capture) throws IOException {
    CLOCK.set(capture.time());
    GATEWAY.ask("POST /_gateway/reset HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
    if (capture.name().endsWith(".notfound")) {
      change("DELETE", "110840001");
    }
    RawResponse answer = GATEWAY.ask(capture.raw());
    int status = Integer.parseInt(capture.answer().split(" ", 3)[1]);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    String[] seen = capture.answer().split("\r?\n\r?\n", 2);
    if (seen[0].contains("application/json")) {
      ObjectMapper json = new ObjectMapper();
      assertThat(fields("", json.readTree(answer.text())))
          .as(answer.text())
          .containsAll(fields("", json.readTree(seen[1])));
    } else {
      assertThat(answer.format()).isEqualTo("XML");
    }
  }

  /** Takes the app out of the state, so that it is not found. */
  private static void change(String how, String id) throws IOException {
    String app = FIXTURES.lines().filter(line -> line.contains(id)).findFirst().orElseThrow();
    List<String> rest =
        new ArrayList<>(
            FIXTURES
                .lines()
                .filter(line -> !line.equals(app) && !line.contains("tfapp1"))
                .toList());
    String body = String.join("\n", rest) + "\n";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    RawResponse answer =
        GATEWAY.ask(
            "PUT /_gateway/state HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/yaml\r\n"
                + "Content-Length: "
                + bytes.length
                + "\r\n\r\n"
                + new String(bytes, ISO_8859_1));
    assertThat(answer.status()).as(how + answer.text()).isLessThan(300);
  }

  /** The names of all fields, with what they are in; those of a list's items once. */
  private static List<String> fields(String path, JsonNode node) {
    List<String> names = new ArrayList<>();
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        names.add(path + "/" + field.getKey() + " " + kind(field.getValue()));
        names.addAll(fields(path + "/" + field.getKey(), field.getValue()));
      }
    } else if (node.isArray() && !node.isEmpty()) {
      names.addAll(fields(path + "[]", node.get(0)));
    }
    return names;
  }

  private static String kind(JsonNode value) {
    return value.isNumber() ? "number" : value.isBoolean() ? "boolean" : value.getNodeType().name();
  }
}

package io.tagginggateway.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code serve} as a user sees it: lines, exit codes, signals. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ServeIT {
  private static final Map<String, String> NO_VARIABLES = Map.of();
  private static final String LIST =
      "?Action=ListTagResources&RegionId=cn-hangzhou&ResourceType=IPAM"
          + "&ResourceId.1=ipam-uq5dcfc2eqhpf4";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void servesOnceItSaysSoAndEndsWellOnASignal(String signal) throws Exception {
    try (JarProcess gateway = JarProcess.start(NO_VARIABLES, "--port", "0")) {
      String line = gateway.nextLine();
      assertThat(line)
          .matches(
              "Tagging Gateway 0\\.2\\.0 ready in \\d+\\.\\d\\d s: http://127\\.0\\.0\\.1:(\\d+) "
                  + "\\(admin http://127\\.0\\.0\\.1:\\1/_gateway\\)");
      int port = Integer.parseInt(line.replaceAll(".* http://127.0.0.1:(\\d+) .*", "$1"));
      assertThat(get(port, "/" + LIST)).startsWith("HTTP/1.1 200 ").contains("FinanceJoshua");
      assertThat(get(port, "/_gateway/health/ready")).startsWith("HTTP/1.1 200 ");
      gateway.signal(signal);
      assertThat(gateway.exitCode()).isZero();
      assertThat(gateway.nextLine()).isNull();
      assertThat(gateway.errors()).isEmpty();
    }
  }

  @Test
  void endsWellWithItsStandardInputIfAskedTo() throws Exception {
    try (JarProcess gateway =
        JarProcess.start(NO_VARIABLES, "--port", "0", "--exit-on-stdin-close")) {
      int port = gateway.port();
      assertThat(get(port, "/" + LIST)).startsWith("HTTP/1.1 200 ");
      gateway.closeInput();
      assertThat(gateway.exitCode()).isZero();
      assertThat(gateway.errors()).isEmpty();
    }
  }

  @Test
  void outlivesItsStandardInputOtherwise() throws Exception {
    try (JarProcess gateway = JarProcess.start(NO_VARIABLES, "--port", "0")) {
      int port = gateway.port();
      gateway.closeInput();
      assertThat(get(port, "/" + LIST)).startsWith("HTTP/1.1 200 ");
      assertThat(gateway.isAlive()).isTrue();
      gateway.signal("TERM");
      assertThat(gateway.exitCode()).isZero();
    }
  }

  @Test
  void readyLineHasFieldsInJson() throws Exception {
    try (JarProcess gateway =
        JarProcess.start(NO_VARIABLES, "serve", "--port=0", "--log-format=json")) {
      JsonNode line = new ObjectMapper().readTree(gateway.nextLine());
      assertThat(line.path("level").asText()).isEqualTo("INFO");
      assertThat(line.path("formattedMessage").asText())
          .startsWith("Tagging Gateway 0.2.0 ready in ");
      assertThat(line.path("kvpList").findValuesAsText("version")).containsExactly("0.2.0");
      assertThat(line.path("kvpList").findValuesAsText("http"))
          .singleElement()
          .asString()
          .startsWith("http://127.0.0.1:");
      assertThat(line.path("kvpList").findValuesAsText("admin"))
          .singleElement()
          .asString()
          .endsWith("/_gateway");
    }
  }

  @Test
  void everySourceOfConfigurationCounts() throws Exception {
    Path fixtures =
        Files.writeString(
            directory.resolve("fixtures.yaml"),
            """
            accounts:
              - id: "1234567890123456"
                resources:
                  - product: VpcIpam
                    region: cn-hangzhou
                    type: IPAM
                    id: ipam-uq5dcfc2eqhpf4
                    tags: { from: file }
            """);
    Path config = Files.writeString(directory.resolve("c.yaml"), "http: { port: 1 }\n");
    try (JarProcess gateway =
        JarProcess.start(
            Map.of("TAGGING_GATEWAY_HTTP_PORT", "0", "TAGGING_GATEWAY_CONFIG", config.toString()),
            "--fixtures",
            fixtures.toString())) {
      assertThat(get(gateway.port(), "/" + LIST))
          .contains("\"TagKey\":\"from\",\"TagValue\":\"file\"");
    }
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("--prot=1", "Unknown option: '--prot=1'"),
        arguments("--port", "Missing required parameter for option '--port' (N)"),
        arguments("--port 1 --port 2", "option '--port' (N) should be specified only once"),
        arguments("srve", "unknown command srve (known: "),
        arguments("--port x", "--port: expected a whole number from 0 to 65535, not \"x\""),
        arguments("--auth none", "--auth: expected lenient or strict, not \"none\""),
        arguments("--config none.yaml", "none.yaml: no such file"),
        arguments("--port 0 --fixtures none.yaml", "none.yaml: no such file"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakeGetsOneLineAndExitCode2(String args, String message) throws Exception {
    assertRefused(message, args.split(" ", -1));
  }

  @Test
  void badConfigFileGetsOneLineAndExitCode2() throws Exception {
    Path config = Files.writeString(directory.resolve("c.yaml"), "http:\n  prot: 1\n");
    assertRefused(config + ":2: unknown key http.prot", "--config", config.toString());
  }

  @Test
  void badFixtureGetsOneLineAndExitCode2() throws Exception {
    Path fixtures =
        Files.writeString(directory.resolve("f.json"), "{\"accounts\":[{\"id\":\"12\"}]}");
    assertRefused(
        fixtures + ":1: accounts[0].id: expected an account id of 16 digits",
        "--port",
        "0",
        "--fixtures",
        fixtures.toString());
  }

  @Test
  void takenPortGetsOneLineAndExitCode2() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertRefused("http.port: 127.0.0.1:" + port + " is taken", "--port", port);
    }
  }

  @Test
  void requestUnderWayIsAnsweredAndNewOnesAreNot() throws Exception {
    try (JarProcess gateway = JarProcess.start(NO_VARIABLES, "--port", "0")) {
      int port = gateway.port();
      try (Socket underWay = half(port)) {
        gateway.signal("TERM");
        awaitRefusal(port);
        underWay.getOutputStream().write(LIST.substring(2).getBytes(UTF_8));
        assertThat(answer(underWay)).startsWith("HTTP/1.1 200 ").contains("FinanceJoshua");
      }
      assertThat(gateway.exitCode()).isZero();
    }
  }

  @Test
  void requestThatNeverEndsIsGivenUpAfterTheGraceTime() throws Exception {
    Map<String, String> shortGrace = Map.of("TAGGING_GATEWAY_SHUTDOWN_GRACE", "200ms");
    try (JarProcess gateway = JarProcess.start(shortGrace, "--port", "0");
        Socket underWay = half(gateway.port())) {
      gateway.signal("TERM");
      assertThat(answer(underWay)).isEmpty();
      assertThat(gateway.exitCode()).isZero();
    }
  }

  private static void assertRefused(String message, String... args) throws Exception {
    try (JarProcess gateway = JarProcess.start(NO_VARIABLES, args)) {
      assertThat(gateway.exitCode()).isEqualTo(2);
      assertThat(gateway.nextLine()).isNull();
      assertThat(gateway.errors()).singleElement().asString().contains(message);
    }
  }

  /** A request whose body is announced and not there yet; the head has arrived. */
  private static Socket half(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    String form = LIST.substring(1);
    String head =
        "POST / HTTP/1.1\r\nHost: vpcipam.localhost\r\nExpect: 100-continue\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: "
            + form.length()
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(UTF_8));
    byte[] go = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
    assertThat(new String(go, UTF_8)).startsWith("HTTP/1.1 100 ");
    socket.getOutputStream().write(form.substring(0, 1).getBytes(UTF_8));
    return socket;
  }

  private static void awaitRefusal(int port) throws IOException {
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(socket.isConnected()).isTrue();
      } catch (ConnectException closed) {
        return;
      }
    }
  }

  private static String get(int port, String target) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          "GET " + target + " HTTP/1.1\r\nHost: vpcipam.localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return answer(socket);
    }
  }

  /** Everything until the other side closes. */
  private static String answer(Socket socket) throws IOException {
    try (InputStream in = socket.getInputStream()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}

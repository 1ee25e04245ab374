package io.tagginggateway.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the jar that end by themselves. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CommandsIT {
  @TempDir Path work;

  private record Run(int exitCode, String out, String err) {}

  @Test
  void caPrintsTheSameAuthorityEachTime() throws Exception {
    Run first = run("ca");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.err()).isEmpty();
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(first.out().getBytes(UTF_8)));
    certificate.verify(certificate.getPublicKey());
    assertThat(run("ca").out())
        .isEqualTo(first.out())
        .isEqualTo(Files.readString(work.resolve(".tagging-gateway/ca.pem")));
    assertThat(run("ca", "--directory", "other").out()).isNotEqualTo(first.out());
  }

  @Test
  void caSaysInOneLineWhatItCannotUse() throws Exception {
    Files.createDirectory(work.resolve("keys"));
    Files.writeString(work.resolve("keys/ca.pem"), "");
    Run run = run("ca", "--directory", "keys");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).matches("tagging-gateway: keys/ca\\.key: is missing[^\n]*\n");
  }

  @Test
  void caOfAUsersOwnCertificateIsNotOurs() throws Exception {
    Files.writeString(work.resolve("tagging-gateway.yaml"), "https: {certificate: a, key: b}");
    Run run = run("ca");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("tagging-gateway: https.certificate: is your own");
  }

  @Test
  void envPrintsAssignmentsAndWithExportCommands() throws Exception {
    assertThat(run("env", "--port", "9999").out())
        .contains("ALIBABA_CLOUD_ACCESS_KEY_ID=testid\n", "VPCIPAM_ENDPOINT=127.0.0.1:9999\n");
    assertThat(run("env", "--export").out().lines())
        .isNotEmpty()
        .allMatch(line -> line.matches("export [A-Za-z_]+='?[^']*'?"));
  }

  @Test
  void envTakesItsKeysFromTheFixturesThatAreLoaded() throws Exception {
    Files.writeString(
        work.resolve("own.yaml"),
        "accounts: [{ id: '1234567890123456', accessKeys: [{ id: mine, secret: s3 }] }]");
    assertThat(run("env", "--auth", "strict", "--fixtures", "own.yaml").out())
        .contains("ALICLOUD_ACCESS_KEY=mine\n", "ALICLOUD_SECRET_KEY=s3\n")
        .doesNotContainIgnoringCase("proxy");
    Files.writeString(work.resolve("none.yaml"), "accounts: []");
    Run none = run("env", "--auth", "strict", "--fixtures", "none.yaml");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).matches("tagging-gateway: auth\\.mode: is strict[^\n]*\n");
  }

  @Test
  void envSaysWhatItsProxyTouchesAndHowToTakeItBack() throws Exception {
    Run proxy = run("env", "--proxy");
    assertThat(proxy.out()).contains("https_proxy=http://127.0.0.1:8080\n", "SSL_CERT_FILE=");
    assertThat(proxy.err()).contains("pip, npm and git").contains("env --unset");
    String unset = run("env", "--unset").out();
    assertThat(unset).startsWith("unset ").hasLineCount(1);
    assertThat(proxy.out().lines())
        .allSatisfy(line -> assertThat(unset).contains(line.replaceAll("=.*", "")));
    assertThat(run("env", "--hosts").out().lines())
        .contains("127.0.0.1 apigateway.cn-qingdao.aliyuncs.com");
  }

  @Test
  void envTakesPortZeroForAnError() throws Exception {
    Run run = run("env", "--port", "0");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).matches("tagging-gateway: http\\.port: is 0[^\n]*\n");
  }

  @Test
  void healthIsTheGatewaysOwnReadiness() throws Exception {
    int port;
    try (JarProcess gateway = JarProcess.start(Map.of(), "--port", "0")) {
      port = Integer.parseInt(gateway.nextLine().replaceAll(".* http://127.0.0.1:(\\d+) .*", "$1"));
      Run ready = run("health", "--host", "0.0.0.0", "--port", "" + port);
      assertThat(ready.exitCode()).as(ready.err()).isZero();
      assertThat(ready.out()).isEqualTo("ready: http://127.0.0.1:" + port + "\n");
      Map<String, String> variables = Map.of("TAGGING_GATEWAY_HTTP_PORT", "" + port);
      assertThat(run(variables, "health").exitCode()).isZero();
      Files.writeString(work.resolve("tagging-gateway.yaml"), "http: { port: " + port + " }");
      assertThat(run("health").exitCode()).isZero();
      assertThat(run("ready").exitCode()).isZero();
      Files.writeString(work.resolve("other.yaml"), "http: { port: 1 }");
      assertThat(run("health", "--config", "other.yaml").exitCode()).isEqualTo(1);
      assertThat(run(variables, "health", "--config", "other.yaml").exitCode()).isZero();
      Files.delete(work.resolve("tagging-gateway.yaml"));
    }
    Run gone = run("health", "--port", "" + port);
    assertThat(gone.exitCode()).isEqualTo(1);
    assertThat(gone.out()).isEmpty();
    assertThat(gone.err()).matches("tagging-gateway: http://127.0.0.1:\\d+ is not ready: [^\n]*\n");
  }

  @Test
  void helpTellsWhatACommandsOwnHelpTells() throws Exception {
    assertThat(run("help")).isEqualTo(run("--help"));
    for (String command : List.of("serve", "env", "health", "verify", "ca")) {
      Run help = run("help", command);
      assertThat(help.exitCode()).isZero();
      assertThat(help).isEqualTo(run(command, "--help"));
    }
    assertThat(run("help", "sreve").err())
        .isEqualTo(
            "tagging-gateway: unknown command sreve"
                + " (known: ca, env, health, help, ready, schema, serve, verify)\n");
  }

  @Test
  void healthTakesAServerThatIsNotReadyForUnhealthy() throws Exception {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    other.createContext("/", exchange -> exchange.sendResponseHeaders(503, -1));
    other.start();
    try {
      Run run = run("health", "--port", "" + other.getAddress().getPort());
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).endsWith(" is not ready: it answers 503\n");
    } finally {
      other.stop(0);
    }
  }

  private Run run(String... arguments) throws Exception {
    return run(Map.of(), arguments);
  }

  private Run run(Map<String, String> variables, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-jar", Path.of(System.getProperty("gateway.jar")).toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    Path err = work.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(work.toFile()).redirectError(err.toFile());
    builder.environment().putAll(variables);
    Process process = builder.start();
    try {
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      String errors = Files.readString(err);
      errors.lines().forEach(LogGate::inspect);
      return new Run(process.exitValue(), out, errors);
    } finally {
      process.destroyForcibly();
    }
  }
}

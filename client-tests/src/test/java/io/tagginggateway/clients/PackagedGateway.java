package io.tagginggateway.clients;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged jar in a process of its own: strict, with TLS, on free ports. */
final class PackagedGateway implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("ready in .*http://127\\.0\\.0\\.1:(\\d+), https://127\\.0\\.0\\.1:(\\d+)");

  private final Path work;
  private final Process process;
  private final int port;
  private final int tlsPort;

  private PackagedGateway(Path work, Process process, int port, int tlsPort) {
    this.work = work;
    this.process = process;
    this.port = port;
    this.tlsPort = tlsPort;
  }

  static PackagedGateway start(Path work) throws IOException {
    Files.createDirectories(work);
    Path config = work.resolve("gateway.json");
    new ObjectMapper().writeValue(config.toFile(), configuration(work));
    Process process = run(work, "serve");
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.find()) {
        return new PackagedGateway(
            work, process, Integer.parseInt(ready.group(1)), Integer.parseInt(ready.group(2)));
      }
    }
    throw new IOException(
        "the gateway did not start: " + Files.readString(work.resolve("serve.log")));
  }

  private static Map<String, ?> configuration(Path work) throws IOException {
    Path fixture = work.resolve("fixture.json");
    Files.writeString(
        fixture,
        """
        {"accounts": [{"id": "1234567890123456", "accessKeys": [
          {"id": "testid", "secret": "testsecret"},
          {"id": "sts.testid", "secret": "testsecret", "securityToken": "teststs/token+=="}]}]}
        """);
    return Map.of(
        "http", Map.of("port", 0),
        "https", Map.of("enabled", true, "port", 0, "directory", work.resolve("tls").toString()),
        "auth", Map.of("mode", "strict"),
        "products", Map.of("CloudAPI", Map.of("page-size", 2)),
        "fixtures", List.of(fixture.toString()));
  }

  private static Process run(Path work, String command) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-jar", System.getProperty("gateway.jar"), command));
    line.addAll(List.of("--config", work.resolve("gateway.json").toString()));
    return new ProcessBuilder(line).redirectError(work.resolve(command + ".log").toFile()).start();
  }

  Target target(Target.Route route) {
    return new Target(route, port, tlsPort);
  }

  /** Makes the CA that the jar exports the one this JVM trusts. */
  void trustItsCa() throws IOException, GeneralSecurityException {
    Path store = work.resolve("trust.p12");
    try (InputStream ca = run(work, "ca").getInputStream()) {
      // doc: java-ca
      KeyStore trust = KeyStore.getInstance("PKCS12");
      trust.load(null, null);
      var certificate = CertificateFactory.getInstance("X.509").generateCertificate(ca); // ca.pem
      trust.setCertificateEntry("tagging-gateway", certificate);
      try (var file = Files.newOutputStream(store)) {
        trust.store(file, "changeit".toCharArray());
      }
      System.setProperty("javax.net.ssl.trustStore", store.toString());
      System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
      // end
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("the gateway did not end well: see " + work.resolve("serve.log"));
    }
  }
}

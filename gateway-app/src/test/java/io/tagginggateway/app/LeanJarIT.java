package io.tagginggateway.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.tls.OwnCertificates;
import io.tagginggateway.app.tls.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the jar leaves out of its libraries is not missed: by certificates, metrics and XML. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LeanJarIT {
  private static final String LIST =
      "/?Action=ListTagResources&Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM"
          + "&ResourceId.1=ipam-uq5dcfc2eqhpf4&Format=";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "RSA, SHA256withRSA, false",
    "RSA, SHA256withRSA, true",
    "EC, SHA256withECDSA, false",
    "EC, SHA256withECDSA, true",
    "Ed25519, Ed25519, false",
  })
  void aCertificateOfOnesOwnIsServed(String algorithm, String signature, boolean oldForm)
      throws Exception {
    KeyPair keys = OwnCertificates.keys(algorithm);
    X509Certificate certificate = OwnCertificates.selfSigned(keys, signature);
    Path pem = directory.resolve("own.pem");
    Path key = directory.resolve("own.key");
    Files.writeString(pem, OwnCertificates.pem(certificate));
    Files.writeString(key, oldForm ? OwnCertificates.oldForm(keys) : OwnCertificates.pkcs8(keys));
    Map<String, String> settings =
        Map.of(
            "TAGGING_GATEWAY_HTTP_PORT", "0",
            "TAGGING_GATEWAY_HTTPS_ENABLED", "true",
            "TAGGING_GATEWAY_HTTPS_PORT", "0",
            "TAGGING_GATEWAY_HTTPS_CERTIFICATE", pem.toString(),
            "TAGGING_GATEWAY_HTTPS_KEY", key.toString());
    try (JarProcess gateway = JarProcess.start(settings)) {
      int port = gateway.ports().https();
      try (Socket socket =
          Trust.in(certificate)
              .getSocketFactory()
              .createSocket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(get(socket, LIST + "JSON")).startsWith("HTTP/1.1 200 ");
      }
    }
  }

  @Test
  void metricsAndXmlAreWritten() throws Exception {
    try (JarProcess gateway = JarProcess.start(Map.of(), "--port", "0")) {
      int port = gateway.port();
      assertThat(get(port, LIST + "XML"))
          .startsWith("HTTP/1.1 200 ")
          .contains("<ListTagResourcesResponse");
      assertThat(get(port, "/_gateway/metrics"))
          .startsWith("HTTP/1.1 200 ")
          .contains("tagging_gateway_requests_total");
    }
  }

  private static String get(int port, String target) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return get(socket, target);
    }
  }

  private static String get(Socket socket, String target) throws IOException {
    String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(UTF_8));
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }
}

package io.tagginggateway.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.StartedGateway;
import io.tagginggateway.app.tls.TlsKeys;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Callers hold every connection they may. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SparePlacesTest {
  private static final String HOST = "vpcipam.cn-hangzhou.aliyuncs.com";
  private static final String LIST =
      "GET /?Action=ListTagResources&RegionId=cn-hangzhou&ResourceType=IPAM&ResourceId.1=a"
          + " HTTP/1.1\r\nHost: "
          + HOST
          + "\r\n\r\n";
  private static final String LIVE = probe("live");

  @TempDir static Path directory;

  private final List<Socket> held = new ArrayList<>();
  private StartedGateway gateway;

  @BeforeEach
  void start() {
    gateway =
        new StartedGateway(
            "https.enabled", "true",
            "https.port", "0",
            "https.directory", directory.toString(),
            "limits.connections", "4",
            "limits.read", "400ms");
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : held) {
      socket.close();
    }
    gateway.close();
  }

  private static String probe(String which) {
    return "GET /_gateway/health/" + which + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  }

  private void hold(int port, int connections) throws IOException {
    for (int i = 0; i < connections; i++) {
      held.add(Wire.connect(port));
    }
  }

  private String ask(String request) throws IOException {
    try (Socket socket = Wire.connect(gateway.port())) {
      String answer = Wire.exchange(socket, request);
      assertThat(Wire.ended(socket)).isTrue();
      return answer;
    }
  }

  @Test
  void healthProbesAreAnsweredAndTheirConnectionsEnd() throws Exception {
    hold(gateway.port(), 4);
    for (int i = 0; i < 40; i++) {
      assertThat(ask(LIVE)).startsWith("HTTP/1.1 200").contains("UP");
      assertThat(ask(probe("ready"))).startsWith("HTTP/1.1 200").contains("UP");
    }
  }

  @Test
  void evenWhileHundredsOfConnectionsComeAndStay() throws Exception {
    for (int i = 0; i < 10; i++) {
      hold(gateway.port(), 50);
      assertThat(ask(probe("ready"))).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void allElseIsRefusedThere() throws Exception {
    hold(gateway.port(), 4);
    assertThat(ask(LIST)).startsWith("HTTP/1.1 503").contains("ServiceUnavailable");
    assertThat(ask("GET /_gateway/state HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"))
        .startsWith("HTTP/1.1 503");
    assertThat(ask("CONNECT " + HOST + ":443 HTTP/1.1\r\nHost: " + HOST + ":443\r\n\r\n"))
        .startsWith("HTTP/1.1 503");
  }

  @Test
  void aConnectionCountsFromItsFirstByteOfTlsOn() throws Exception {
    hold(gateway.tlsPort(), 4);
    TlsClient client = new TlsClient(TlsKeys.authorityFile(directory));
    try (SSLSocket tls = client.over(Wire.connect(gateway.tlsPort()), HOST)) {
      assertThat(Wire.exchange(tls, LIST)).startsWith("HTTP/1.1 503");
    }
    assertThat(ask(LIST)).startsWith("HTTP/1.1 503");
    assertThat(ask(LIVE)).startsWith("HTTP/1.1 200");
  }

  @Test
  void aRequestThatDripsInATunnelIsCutOff() throws Exception {
    TlsClient client = new TlsClient(TlsKeys.authorityFile(directory));
    try (Socket socket = Wire.connect(gateway.port())) {
      assertThat(Wire.tunnel(socket, HOST)).startsWith("HTTP/1.1 200");
      SSLSocket tls = client.over(socket, HOST);
      assertThat(Wire.exchange(tls, LIST)).startsWith("HTTP/1.1 200");
      tls.getOutputStream()
          .write("GET /?Action=".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      assertThat(Wire.ended(tls)).isTrue();
    }
  }
}

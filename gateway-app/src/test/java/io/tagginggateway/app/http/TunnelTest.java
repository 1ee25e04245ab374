package io.tagginggateway.app.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.StartedGateway;
import io.tagginggateway.app.tls.TlsKeys;
import java.io.IOException;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CONNECT, at a gateway that was told of neither https nor proxy: the one is off, the other on. */
@Timeout(60)
final class TunnelTest {
  private static final String VPC = "vpcipam.cn-hangzhou.aliyuncs.com";
  private static final String LIST =
      "GET /?Action=ListTagResources&RegionId=cn-hangzhou&ResourceType=IPAM&ResourceId.1=a"
          + " HTTP/1.1\r\nHost: %s\r\n\r\n";

  @TempDir static Path directory;
  private static StartedGateway gateway;

  @BeforeAll
  static void start() {
    gateway = plain(directory);
  }

  /** With a grace so long that a test which waits for its end fails. */
  private static StartedGateway plain(Path directory) {
    return new StartedGateway(
        "https.directory",
        directory.toString(),
        "products.VpcIpam.hosts",
        "ipam.test",
        "shutdown.grace",
        "10m");
  }

  private static TlsClient tls(Path directory) {
    return new TlsClient(TlsKeys.authorityFile(directory));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        VPC,
        "VPCIPAM.aliyuncs.com",
        "ipam.test",
        "vpcipam.localhost",
        "vpcipam.eu.localhost"
      })
  void connectToAProductHostLeadsIntoTheGatewaysOwnTls(String host) throws IOException {
    try (Socket socket = Wire.connect(gateway.port())) {
      assertThat(Wire.tunnel(socket, host)).startsWith("HTTP/1.1 200 OK\r\n");
      try (SSLSocket tls = tls(directory).over(socket, host)) {
        for (int i = 0; i < 3; i++) { // one connection, several requests
          assertThat(Wire.exchange(tls, LIST.formatted(host)))
              .startsWith("HTTP/1.1 200 OK\r\n")
              .contains("\"TagResources\":[]");
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "java-oldsdk-CloudAPI-ListTagResources-httpsproxy, apigateway.cn-qingdao.aliyuncs.com, InvalidNextToken",
    "java-tea-CloudAPI-ListTagResources-httpsproxy, apigateway.cn-qingdao.aliyuncs.com, InvalidNextToken",
    "java-tea-VpcIpam-ListTagResources-httpsproxy, vpcipam.cn-hangzhou.aliyuncs.com, IllegalParam.TagKey",
  })
  void whatOfficialClientsSendThroughATunnelReachesTheProduct(
      String capture, String host, String code) throws Exception {
    try (Socket socket = Wire.connect(gateway.port())) {
      assertThat(Wire.exchange(socket, capture(capture + ".CONNECT"))).startsWith("HTTP/1.1 200 ");
      try (SSLSocket tls = tls(directory).over(socket, host)) {
        // A token never issued, a key with a space: only the product itself finds that out.
        assertThat(Wire.exchange(tls, capture(capture))).contains("\"Code\":\"" + code + "\"");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "java-oldsdk-CloudAPI-ListTagResources-httpproxy, InvalidNextToken",
    "java-oldsdk-CloudAPI-ListTagResources-httpproxy-auth, InvalidNextToken",
    "java-tea-CloudAPI-ListTagResources-httpproxy, InvalidNextToken",
    "java-tea-CloudAPI-ListTagResources-httpproxy-rt-auth, InvalidNextToken",
    "java-tea-VpcIpam-ListTagResources-httpproxy, IllegalParam.TagKey",
    "java-tea-VpcIpam-ListTagResources-httpproxy-rt-auth, IllegalParam.TagKey",
    "java-oldsdk-common-VpcIpam-ListTagResources-httpproxy, IllegalParam.TagKey",
  })
  void whatOfficialClientsSendToAnHttpProxyReachesTheProduct(String capture, String code)
      throws Exception {
    try (Socket socket = Wire.connect(gateway.port())) {
      assertThat(Wire.exchange(socket, capture(capture))).contains("\"Code\":\"" + code + "\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com:443",
        "aliyuncs.com:443",
        "aliyuncs.com.:443",
        ".aliyuncs.com:443",
        "evilaliyuncs.com:443",
        "vpcipam.cn-hangzhou.aliyuncs.com:80",
        "vpcipam.cn-hangzhou.aliyuncs.com:22",
        "vpcipam.cn-hangzhou.aliyuncs.com",
        "vpcipam.cn-hangzhou.aliyuncs.com.:443",
        "vpcipam.cn-hangzhou.aliyuncs.com.example.com:443",
        "user@vpcipam.cn-hangzhou.aliyuncs.com:443",
        "127.0.0.1:443",
        "[::1]:443",
        "localhost:443",
        "0x7f000001:443",
        "http://vpcipam.cn-hangzhou.aliyuncs.com:443/",
        "/",
      })
  void connectToAnythingElseIsRefused(String target) throws IOException {
    try (Socket socket = Wire.connect(gateway.port())) {
      String answer =
          Wire.exchange(
              socket, "CONNECT " + target + " HTTP/1.1\r\nHost: vpcipam.aliyuncs.com:443\r\n\r\n");
      assertThat(answer)
          .startsWith("HTTP/1.1 403 ")
          .endsWith(
              "CONNECT leads to port 443 of the hosts of its products and of *.aliyuncs.com, and nowhere else\n");
      assertThat(Wire.ended(socket)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONNECT " + VPC + ":443 HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello",
        "CONNECT " + VPC + ":443 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "CONNECT " + VPC + ":443 HTTP/9.9x\r\n\r\n",
        "CONNECT " + VPC + ":443 HTTP/1.1\r\nHost : x\r\n\r\n",
        "CONNECT  HTTP/1.1\r\n\r\n",
      })
  void aMalformedConnectIsNoTunnel(String request) throws IOException {
    try (Socket socket = Wire.connect(gateway.port())) {
      assertThat(Wire.exchange(socket, request)).matches("(?s)HTTP/1\\.[01] 40[03] .*");
      assertThat(Wire.ended(socket)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oss.cn-hangzhou.aliyuncs.com",
        "nowhere.aliyuncs.com",
        "a.b.vpcipam.cn-hangzhou.aliyuncs.com"
      })
  void cloudHostsThatAreNotPlayedAreAnsweredSoAndNotRefused(String host) throws IOException {
    String request =
        "GET /?Action=DescribeAnything&Format=JSON HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    try (Socket socket = Wire.connect(gateway.port())) {
      assertThat(Wire.tunnel(socket, host)).startsWith("HTTP/1.1 200 OK\r\n");
      try (SSLSocket tls = tls(directory).over(socket, host)) {
        assertThat(Wire.exchange(tls, request))
            .startsWith("HTTP/1.1 404 ")
            .contains("\"Code\":\"InvalidProduct.NotFound\"");
      }
    }
    try (Socket socket = Wire.connect(gateway.port())) {
      String absolute = request.replace("GET /", "GET http://" + host + "/");
      assertThat(Wire.exchange(socket, absolute))
          .startsWith("HTTP/1.1 404 ")
          .contains("\"Code\":\"InvalidProduct.NotFound\"");
    }
  }

  @Test
  void theAdminApiIsNotReachedThroughATunnel() throws IOException {
    try (Socket socket = Wire.connect(gateway.port())) {
      Wire.tunnel(socket, VPC);
      try (SSLSocket tls = tls(directory).over(socket, VPC)) {
        String request = "GET /_gateway/health/live HTTP/1.1\r\nHost: " + VPC + "\r\n\r\n";
        assertThat(Wire.exchange(tls, request))
            .startsWith("HTTP/1.1 404 ")
            .contains("InvalidAction.NotFound");
      }
    }
    try (Socket socket = Wire.connect(gateway.port())) {
      String request = "GET /_gateway/health/live HTTP/1.1\r\nHost: " + VPC + "\r\n\r\n";
      assertThat(Wire.exchange(socket, request)).endsWith("{\"status\":\"UP\"}");
    }
  }

  @Test
  void aTunnelHasNoTunnelInside() throws IOException {
    try (Socket socket = Wire.connect(gateway.port())) {
      Wire.tunnel(socket, VPC);
      try (SSLSocket tls = tls(directory).over(socket, VPC)) {
        assertThat(Wire.tunnel(tls, VPC)).startsWith("HTTP/1.1 403 ");
      }
    }
  }

  @Test
  void aTunnelThatSpeaksNoTlsIsClosed() throws IOException {
    try (Socket socket = Wire.connect(gateway.port())) {
      Wire.tunnel(socket, VPC);
      socket.getOutputStream().write(LIST.formatted(VPC).getBytes(ISO_8859_1));
      byte[] rest = socket.getInputStream().readAllBytes();
      assertThat(new String(rest, ISO_8859_1)).doesNotContain("HTTP/1.1");
    }
  }

  @Test
  void aLargeBodyPassesWhole() throws IOException {
    StringBuilder form = new StringBuilder("Action=ListTagResources&ResourceType=IPAM");
    form.append("&RegionId=cn-hangzhou&ResourceId.1=a&Padding=").append("x".repeat(900_000));
    try (Socket socket = Wire.connect(gateway.port())) {
      Wire.tunnel(socket, VPC);
      try (SSLSocket tls = tls(directory).over(socket, VPC)) {
        String head =
            "POST / HTTP/1.1\r\nHost: %s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n"
                .formatted(VPC, form.length());
        assertThat(Wire.exchange(tls, head + form)).startsWith("HTTP/1.1 200 OK\r\n");
      }
    }
  }

  @Test
  void anOpenTunnelDoesNotHoldUpAStop(@TempDir Path other) throws IOException {
    StartedGateway stopped = plain(other);
    try (Socket socket = Wire.connect(stopped.port())) {
      Wire.tunnel(socket, VPC);
      try (SSLSocket tls = tls(other).over(socket, VPC)) {
        Wire.exchange(tls, LIST.formatted(VPC));
        stopped.close();
        assertThat(Wire.ended(tls)).isTrue();
      }
    }
  }

  static String capture(String name) throws IOException, URISyntaxException {
    Path file = Path.of(TunnelTest.class.getResource("/captures/" + name + ".http").toURI());
    return Files.readString(file, ISO_8859_1);
  }
}

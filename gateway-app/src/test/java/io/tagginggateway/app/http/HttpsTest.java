package io.tagginggateway.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.app.testing.StartedGateway;
import io.tagginggateway.app.tls.TlsKeys;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class HttpsTest {
  @TempDir static Path directory;
  private static StartedGateway gateway;
  private static StartedGateway noProxy;

  @BeforeAll
  static void start() {
    gateway = withHttps("proxy.enabled", "true");
    noProxy = withHttps("proxy.enabled", "false");
  }

  private static StartedGateway withHttps(String key, String value) {
    return new StartedGateway(
        "https.enabled",
        "true",
        "https.port",
        "0",
        "https.directory",
        directory.toString(),
        "products.VpcIpam.hosts",
        "ipam.test",
        key,
        value);
  }

  private static TlsClient tls() {
    return new TlsClient(TlsKeys.authorityFile(directory));
  }

  @AfterAll
  static void stop() {
    gateway.close();
    noProxy.close();
  }

  @ParameterizedTest
  @CsvSource({
    "vpcipam.cn-hangzhou.aliyuncs.com, TLSv1.2",
    "vpcipam.cn-hangzhou.aliyuncs.com, TLSv1.3",
    "VpcIpam.aliyuncs.com, TLSv1.3",
    "ipam.test, TLSv1.3",
    "vpcipam.localhost, TLSv1.3",
    "vpcipam.us-west-1.localhost, TLSv1.2",
  })
  void aProductHostIsTrustedByNameAndAnswers(String host, String protocol) throws IOException {
    try (SSLSocket tls = tls().over(Wire.connect(gateway.tlsPort()), host, protocol)) {
      String request =
          "GET /?Action=ListTagResources&RegionId=cn-hangzhou&ResourceType=IPAM&ResourceId.1=a"
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\n\r\n";
      assertThat(Wire.exchange(tls, request))
          .startsWith("HTTP/1.1 200 OK\r\n")
          .contains("\"TagResources\":[]");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apigateway.cn-qingdao.aliyuncs.com",
        "apigateway-vpc.cn-qingdao.aliyuncs.com",
        "apigateway.aliyuncs.com",
        "cloudapi.cn-qingdao.aliyuncs.com",
        "cloudapi-vpc.cn-qingdao.aliyuncs.com",
        "apigateway.localhost",
        "anything.localhost",
        "localhost",
        "127.0.0.1",
        "::1",
      })
  void everyNameOfOursIsTrusted(String host) throws IOException {
    try (SSLSocket tls = tls().over(Wire.connect(gateway.tlsPort()), host)) {
      assertThat(tls.getSession().isValid()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"example.com", "ecs.cn-hangzhou.aliyuncs.com.example.com", "aliyuncs.com"})
  void theNamesOfOthersAreNotImpersonated(String host) throws IOException {
    try (Socket socket = Wire.connect(gateway.tlsPort())) {
      assertThatThrownBy(() -> tls().over(socket, host))
          .isInstanceOf(SSLHandshakeException.class)
          .hasRootCauseInstanceOf(CertificateException.class)
          .rootCause()
          .hasMessageContaining("No subject alternative DNS name matching " + host);
    }
  }

  @Test
  void theAdminApiIsServedOverTls() throws IOException {
    try (SSLSocket tls = tls().over(Wire.connect(gateway.tlsPort()), "localhost")) {
      assertThat(
              Wire.exchange(tls, "GET /_gateway/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"))
          .endsWith("{\"status\":\"UP\"}");
    }
  }

  @Test
  void bothListenersUseOneAuthority() throws IOException {
    try (SSLSocket one = tls().over(Wire.connect(gateway.tlsPort()), "localhost");
        SSLSocket other = tls().over(Wire.connect(noProxy.tlsPort()), "localhost")) {
      assertThat(TlsClient.certificate(one).getIssuerX500Principal())
          .isEqualTo(TlsClient.certificate(other).getIssuerX500Principal());
    }
  }

  @Test
  void withoutHttpsAndTunnelsNothingIsMade(@TempDir Path other) throws IOException {
    Path unused = other.resolve("keys");
    try (StartedGateway plain = new StartedGateway("https.directory", unused.toString());
        Socket socket = Wire.connect(plain.port())) {
      Wire.exchange(socket, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    assertThat(Files.exists(unused)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONNECT vpcipam.aliyuncs.com:443 HTTP/1.1",
        "CONNECT example.com:443 HTTP/1.1",
        "GET http://vpcipam.aliyuncs.com/?Action=ListTagResources HTTP/1.1",
        "GET http://VPCIPAM.aliyuncs.com.:80/ HTTP/1.1",
        "POST https://apigateway.cn-qingdao.aliyuncs.com/ HTTP/1.1",
      })
  void aGatewayThatIsNoProxySaysSo(String line) throws IOException {
    try (Socket socket = Wire.connect(noProxy.port())) {
      assertThat(Wire.exchange(socket, line + "\r\nHost: vpcipam.aliyuncs.com\r\n\r\n"))
          .startsWith("HTTP/1.1 403 ")
          .contains("proxy.enabled is false");
      assertThat(Wire.ended(socket)).isTrue();
    }
  }

  @Test
  void otherHostsAreNoProductWhetherOrNotItIsAProxy() throws IOException {
    for (StartedGateway each : new StartedGateway[] {gateway, noProxy}) {
      try (Socket socket = Wire.connect(each.port())) {
        String request = "GET http://example.com/ HTTP/1.1\r\nHost: vpcipam.aliyuncs.com\r\n\r\n";
        assertThat(Wire.exchange(socket, request))
            .startsWith("HTTP/1.1 404 ")
            .contains("InvalidProduct.NotFound");
      }
    }
  }
}

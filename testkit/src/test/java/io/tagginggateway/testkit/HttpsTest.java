package io.tagginggateway.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class HttpsTest {
  private static final String LIST =
      "/?Action=ListTagResources&Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM"
          + "&ResourceId.1=ipam-uq5dcfc2eqhpf4&Format=JSON";

  @RegisterExtension static final TaggingGateway gateway = TaggingGateway.demo().https().proxy();

  private static String ask(String url, UnaryOperator<HttpClient.Builder> how) throws Exception {
    HttpClient client =
        how.apply(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)).build();
    return client
        .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Test
  void httpsIsTrustedByItsOwnCaAndNoOther() throws Exception {
    String url = "https://" + gateway.httpsEndpoint(ProductCodes.VPC_IPAM) + LIST;
    assertThat(ask(url, client -> client.sslContext(gateway.sslContext())))
        .contains("FinanceJoshua");
    assertThatThrownBy(() -> ask(url, client -> client)).isInstanceOf(SSLException.class);
    assertThat(gateway.ca()).startsWith("-----BEGIN CERTIFICATE-----");
  }

  @Test
  void itIsTheProxyOfTheProductsHosts() throws Exception {
    ProxySelector proxy =
        ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port()));
    for (String scheme : new String[] {"http", "https"}) {
      String url = scheme + "://vpcipam.cn-hangzhou.aliyuncs.com" + LIST;
      assertThat(ask(url, client -> client.proxy(proxy).sslContext(gateway.sslContext())))
          .as(scheme)
          .contains("FinanceJoshua");
    }
  }

  @Test
  void withoutItThatIsSaid() {
    try (TaggingGateway plain = TaggingGateway.demo().start()) {
      assertThatThrownBy(() -> plain.httpsEndpoint("VpcIpam")).hasMessageContaining("https()");
      assertThatThrownBy(plain::ca).hasMessageContaining("https()");
    }
  }
}

package io.tagginggateway.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.AnswerBody.Row;
import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.Http;
import io.tagginggateway.app.testing.RawResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which product answers, and in which region. */
final class RoutingTest {
  private static final String NO_PRODUCT = "404 InvalidProduct.NotFound";

  /** Every resource is tagged with the region it is in. */
  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .set("products.VpcIpam.hosts", "ipam.test")
          .set("products.CloudAPI.hosts", "api.test, Other-Api.test")
          .set("http.names", "host.docker.internal, Gateway.tools.svc, *.corp.example")
          .set("region", "cn-default")
          .fixtures(
              """
              accounts:
                - id: "1234567890123456"
                  resources:
                    - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: r, tags: { at: cn-hangzhou } }
                    - { product: VpcIpam, region: cn-default, type: IPAM, id: r, tags: { at: cn-default } }
                    - { product: CloudAPI, region: cn-qingdao, type: app, id: r, tags: { at: cn-qingdao } }
                    - { product: CloudAPI, region: ap-southeast-1, type: app, id: r, tags: { at: ap-southeast-1 } }
                    - { product: CloudAPI, region: cn-default, type: app, id: r, tags: { at: cn-default } }
              """);

  private static final String VPC_QUERY =
      "Action=ListTagResources&RegionId=cn-hangzhou&ResourceType=IPAM&ResourceId.1=r";
  private static final String API_QUERY = "Action=ListTagResources&ResourceType=app&ResourceId.1=r";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vpcipam.cn-hangzhou.aliyuncs.com",
        "vpcipam.cn-hangzhou.aliyuncs.com:80",
        "vpcipam.cn-hangzhou.aliyuncs.com.",
        "VPCIPAM.CN-HANGZHOU.Aliyuncs.COM.:8080",
        "VpcIpam.aliyuncs.com",
        "vpcipam.ap-southeast-1.aliyuncs.com",
        "vpcipam.localhost",
        "vpcipam.cn-hangzhou.localhost:8080",
        "ipam.test",
        "IPAM.test:1"
      })
  void vpcIpamAnswersUnderItsNames(String host) throws IOException {
    RawResponse answer = GATEWAY.ask(Http.get(host, VPC_QUERY));
    assertThat(answer.parsed().flatRows())
        .containsExactly(new Row("r", "IPAM", "at", "cn-hangzhou"));
  }

  @ParameterizedTest
  @CsvSource({
    "apigateway.cn-qingdao.aliyuncs.com, cn-qingdao",
    "APIGATEWAY.cn-qingdao.ALIYUNCS.com.:443, cn-qingdao",
    "apigateway.ap-southeast-1.aliyuncs.com, ap-southeast-1",
    "apigateway-vpc.cn-qingdao.aliyuncs.com, cn-qingdao",
    "apigateway.aliyuncs.com, cn-default",
    "cloudapi.cn-qingdao.aliyuncs.com, cn-qingdao",
    "cloudapi-vpc.ap-southeast-1.aliyuncs.com, ap-southeast-1",
    "apigateway.localhost, cn-default",
    "apigateway.cn-qingdao.localhost, cn-qingdao",
    "api.test, cn-default",
    "other-api.test, cn-default"
  })
  void apiGatewayAnswersUnderItsNamesInTheRegionOfTheName(String host, String region)
      throws IOException {
    assertThat(GATEWAY.ask(Http.get(host, API_QUERY)).parsed().nestedRows())
        .containsExactly(new Row("r", "app", "at", region));
    assertThat(
            GATEWAY
                .ask(Http.get(host, API_QUERY + "&RegionId=ap-southeast-1"))
                .parsed()
                .nestedRows())
        .as("RegionId wins")
        .containsExactly(new Row("r", "app", "at", "ap-southeast-1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "vpcipam.cn-hangzhou.aliyuncs.com.example.com",
        "xvpcipam.cn-hangzhou.aliyuncs.com",
        "vpcipam..aliyuncs.com",
        "vpcipam.a.b.aliyuncs.com",
        "vpcipam.cn-hangzhou.aliyuncs.com..",
        "vpc.aliyuncs.com",
        "apigateway.example.localhost.test",
        "corp.example",
        "notcorp.example",
        ".corp.example",
        "docker.internal",
        "[",
        "%00"
      })
  void anotherNameIsNoProductEvenWithAVersion(String host) throws IOException {
    assertThat(GATEWAY.ask(Http.get(host, VPC_QUERY + "&Version=2023-02-28")).outcome())
        .isEqualTo(NO_PRODUCT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a_b",
        "%00",
        "cn-hangzhou%2f",
        "\u00e9",
        "\u0085",
        "a:b",
        "12345678901234567890123456789012345678901234567890123456789012345"
      })
  void aHostWhoseRegionIsNoRegionIsNoProducts(String region) throws IOException {
    for (String host :
        List.of(
            "apigateway.%s.aliyuncs.com", "vpcipam.%s.aliyuncs.com", "apigateway.%s.localhost")) {
      String tag = "Action=TagResources&ResourceType=app&ResourceId.1=r&Tag.1.Key=k";
      assertThat(GATEWAY.ask(Http.get(String.format(host, region), tag)).outcome())
          .isEqualTo(NO_PRODUCT);
    }
  }

  @Test
  void aRegionInTheHostMayBeAsLongAsOneInAParameter() throws IOException {
    String region = "r".repeat(64);
    assertThat(GATEWAY.ask(Http.get("apigateway." + region + ".localhost", API_QUERY)).outcome())
        .isEqualTo("200");
    assertThat(GATEWAY.ask(Http.get("apigateway." + region + "r.localhost", API_QUERY)).outcome())
        .isEqualTo(NO_PRODUCT);
    assertThat(
            GATEWAY
                .ask(Http.get("apigateway.localhost", API_QUERY + "&RegionId=" + region + "r"))
                .outcome())
        .isEqualTo("404 InvalidRegionId.NotFound");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.1:8080",
        "localhost:8080",
        "[::1]:8080",
        "192.0.2.7",
        "host.docker.internal:8080",
        "gateway.tools.svc",
        "GATEWAY.tools.svc.:8080",
        "a.corp.example",
        "a.b.corp.example",
        "gateway"
      })
  void theGatewaysOwnNameLeadsToTheProductOfTheVersion(String host) throws IOException {
    assertThat(GATEWAY.ask(Http.get(host, VPC_QUERY + "&Version=2023-02-28")).parsed().flatRows())
        .hasSize(1);
    assertThat(GATEWAY.ask(Http.get(host, API_QUERY + "&Version=2016-07-14")).parsed().nestedRows())
        .containsExactly(new Row("r", "app", "at", "cn-default"));
    String headersOnly = VPC_QUERY.replace("Action=ListTagResources&", "");
    assertThat(
            GATEWAY
                .ask(
                    Http.get(
                        host,
                        headersOnly,
                        "X-Acs-Action: ListTagResources",
                        "X-Acs-Version: 2023-02-28"))
                .parsed()
                .flatRows())
        .hasSize(1);
    assertThat(GATEWAY.ask(Http.get(host, VPC_QUERY)).outcome()).isEqualTo(NO_PRODUCT);
    assertThat(GATEWAY.ask(Http.get(host, VPC_QUERY + "&Version=1999-01-01")).outcome())
        .isEqualTo(NO_PRODUCT);
  }

  @Test
  void aParameterWinsOverItsHeader() throws IOException {
    String[] headers = {"x-acs-action: UntagResources", "x-acs-version: 2016-07-14"};
    RawResponse answer =
        GATEWAY.ask(Http.get("127.0.0.1", VPC_QUERY + "&Version=2023-02-28", headers));
    assertThat(answer.parsed().flatRows()).hasSize(1);
  }

  @Test
  void theProductOfTheHostWinsOverThatOfTheVersion() throws IOException {
    assertThat(GATEWAY.ask(Http.get(Http.VPC, VPC_QUERY + "&Version=2016-07-14")).outcome())
        .isEqualTo("400 InvalidVersion");
  }

  @ParameterizedTest
  @CsvSource({
    "http://apigateway.cn-qingdao.aliyuncs.com/, 200",
    "http://apigateway.cn-qingdao.aliyuncs.com, 200",
    "HTTP://APIGATEWAY.cn-qingdao.aliyuncs.com:80/, 200",
    "https://apigateway.cn-qingdao.aliyuncs.com:443/, 200",
    "http://user@apigateway.cn-qingdao.aliyuncs.com/, 200",
    "http://example.com/, 404 InvalidProduct.NotFound",
    "http:///, 404 InvalidProduct.NotFound",
    "http://apigateway.cn-qingdao.aliyuncs.com/other, 404 InvalidAction.NotFound"
  })
  void theHostOfAnAbsoluteTargetWinsOverTheHeader(String target, String outcome)
      throws IOException {
    RawResponse answer = GATEWAY.ask(Http.raw("GET " + target + "?" + API_QUERY, Http.VPC));
    assertThat(answer.outcome()).isEqualTo(outcome);
    if (answer.status() == 200) {
      assertThat(answer.parsed().nestedRows())
          .containsExactly(new Row("r", "app", "at", "cn-qingdao"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/x", "//", "/index.html", "/_gate", "/_gatewayx", "/_gateway-", "*", "x"})
  void anotherPathIsNoAction(String path) throws IOException {
    assertThat(GATEWAY.ask(Http.raw("GET " + path + "?" + VPC_QUERY, Http.VPC)).outcome())
        .isIn("404 InvalidAction.NotFound", NO_PRODUCT);
  }

  @Test
  void withoutAHostTheVersionTellsTheProduct() throws IOException {
    String request = "GET /?" + VPC_QUERY + "&Version=2023-02-28 HTTP/1.0\r\n\r\n";
    RawResponse answer = GATEWAY.ask(request);
    assertThat(answer.parsed().flatRows()).hasSize(1);
    assertThat(GATEWAY.ask("GET /?" + VPC_QUERY + " HTTP/1.0\r\n\r\n").outcome())
        .isEqualTo(NO_PRODUCT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user@:::",
        "a b",
        "vpcipam.<x>.aliyuncs.com",
        "vpcipam.cn hangzhou.aliyuncs.com",
        "vpcipam.cn-hangzhou.aliyuncs.com, apigateway.cn-qingdao.aliyuncs.com"
      })
  void whatIsNoHostAtAllIsRefused(String host) throws IOException {
    assertThat(GATEWAY.ask(Http.get(host, VPC_QUERY + "&Version=2023-02-28")).outcome())
        .isEqualTo("400 BadRequest");
  }

  @Test
  void twoHostsAreRefused() throws IOException {
    String[] second = {"Host: " + Http.API};
    assertThat(GATEWAY.ask(Http.get(Http.VPC, VPC_QUERY, second)).outcome())
        .isEqualTo("400 BadRequest");
  }

  @Test
  void theErrorNamesTheHostThatWasCalled() throws IOException {
    RawResponse answer = GATEWAY.ask(Http.get("Example.COM.:8080", VPC_QUERY));
    assertThat(answer.parsed().field("HostId")).isEqualTo("example.com");
  }
}

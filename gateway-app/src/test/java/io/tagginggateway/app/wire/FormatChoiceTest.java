package io.tagginggateway.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.Http;
import io.tagginggateway.app.testing.RawResponse;
import java.io.IOException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON or XML: the parameter, else the Accept header, else the product's default. */
final class FormatChoiceTest {
  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  @ParameterizedTest
  @CsvSource({
    // Format, Accept, of VPC IPAM, of API Gateway
    "'',     '',                         JSON, XML",
    "JSON,   '',                         JSON, JSON",
    "json,   '',                         JSON, JSON",
    "Json,   text/xml,                   JSON, JSON",
    "XML,    '',                         XML,  XML",
    "xml,    application/json,           XML,  XML",
    "xMl,    '',                         XML,  XML",
    "'',     application/json,           JSON, JSON",
    "'',     APPLICATION/JSON,           JSON, JSON",
    "'',     application/xml,            XML,  XML",
    "'',     text/xml;q=0.9,             XML,  XML",
    "'',     'text/html,application/xml',XML,  XML",
    "'',     */*,                        JSON, XML",
    "'',     text/html,                  JSON, XML",
  })
  void isTheSameForSuccessAndError(String format, String accept, String vpc, String api)
      throws IOException {
    check(Http.VPC, Http.VPC_DEMO, format, accept, vpc, "400 MissingParameter.ResourceType");
    check(Http.API, Http.API_DEMO, format, accept, api, "400 MissingResourceType");
  }

  private static void check(
      String host, String query, String format, String accept, String expected, String error)
      throws IOException {
    String choice = format.isEmpty() ? "" : "&Format=" + format;
    String[] headers = accept.isEmpty() ? new String[0] : new String[] {"Accept: " + accept};
    RawResponse success = GATEWAY.ask(Http.get(host, query + choice, headers));
    assertThat(success.outcome()).isEqualTo("200");
    assertThat(success.format()).isEqualTo(expected);
    RawResponse failure =
        GATEWAY.ask(Http.get(host, query.replace("ResourceType", "Other") + choice, headers));
    assertThat(failure.outcome()).isEqualTo(error);
    assertThat(failure.format()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "yaml,  '',               JSON, XML",
    "JSON2, application/json, JSON, JSON",
    "+,     application/xml,  XML,  XML"
  })
  void anotherFormatIsRefusedInTheFormatThatIsLeft(
      String format, String accept, String vpc, String api) throws IOException {
    String[] headers = accept.isEmpty() ? new String[0] : new String[] {"Accept: " + accept};
    for (String[] product :
        new String[][] {{Http.VPC, Http.VPC_DEMO, vpc}, {Http.API, Http.API_DEMO, api}}) {
      RawResponse answer =
          GATEWAY.ask(Http.get(product[0], product[1] + "&Format=" + format, headers));
      assertThat(answer.outcome()).isEqualTo("400 InvalidParameter.Format");
      assertThat(answer.format()).isEqualTo(product[2]);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "vpcipam.cn-hangzhou.aliyuncs.com,   404 InvalidAction.NotFound,  VpcIpam",
    "apigateway.cn-qingdao.aliyuncs.com, 404 InvalidAction.NotFound,  CloudAPI",
    "127.0.0.1,                          404 InvalidProduct.NotFound, ''",
    "example.com,                        404 InvalidProduct.NotFound, ''"
  })
  void aBareRequestIsAnsweredInXml(String host, String outcome, String product) throws IOException {
    RawResponse answer = GATEWAY.ask(Http.get(host, "", "User-Agent: curl/7.88.1", "Accept: */*"));
    assertThat(answer.outcome()).isEqualTo(outcome);
    assertThat(answer.format()).isEqualTo("XML");
    assertThat(answer.parsed().field("Recommend")).contains("&product=" + product + "&");
  }
}

package io.tagginggateway.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.Http;
import io.tagginggateway.app.testing.RawClient;
import io.tagginggateway.app.testing.RawResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that HTTP carries well, and whose parameters are wrong. */
final class BadInputTest {
  private static final String LIST = "Action=ListTagResources&RegionId=cn-hangzhou";
  private static final String VPC = LIST + "&ResourceType=IPAM";
  private static final String API = LIST + "&Format=JSON&ResourceType=apiGroup";

  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  private static String vpc(String query) throws IOException {
    return GATEWAY.ask(Http.get(Http.VPC, query)).outcome();
  }

  private static String api(String query) throws IOException {
    return GATEWAY.ask(Http.get(Http.API, query)).outcome();
  }

  private static String numbered(int from, int to, String pattern) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(n -> pattern.replace("#", Integer.toString(n)))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%4",
        "%zz",
        "%4g",
        "a%",
        "%C3%28",
        "%FF",
        "%ED%A0%80",
        "%F8%88%80%80%80",
        "%C0%80",
        "\u00ff",
        "\u00c3(",
        "\u00e4\u00b8"
      })
  void malformedEscapesAndBytesAreRefusedWhereverTheyStand(String bad) throws IOException {
    String malformed = "400 RequestParameterMalformed";
    assertThat(vpc(VPC + "&ResourceId.1=" + bad)).isEqualTo(malformed);
    assertThat(vpc(VPC + "&ResourceId.1=a&" + bad + "=b")).isEqualTo(malformed);
    assertThat(vpc(bad + "&" + VPC + "&ResourceId.1=a")).isEqualTo(malformed);
    RawResponse form = GATEWAY.ask(Http.form(Http.API, API, "ResourceId.1=" + bad));
    assertThat(form.outcome()).isEqualTo(malformed);
    assertThat(form.format()).isEqualTo("JSON");
  }

  @Test
  void rawUtf8IsUnderstood() throws IOException {
    assertThat(vpc(VPC + "&Tag.1.Key=\u00e4\u00b8\u00ad")).isEqualTo("200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get", "Post", "BREW"})
  void anotherMethodIsNotSupported(String method) throws IOException {
    RawResponse answer = GATEWAY.ask(Http.request(method, Http.VPC, VPC + "&ResourceId.1=a"));
    assertThat(answer.outcome()).isEqualTo("400 UnsupportedHTTPMethod");
  }

  @Test
  void headIsNotSupportedAndHasNoBody() throws IOException {
    try (RawClient client = GATEWAY.connect()) {
      client.send(Http.request("HEAD", Http.VPC, VPC + "&ResourceId.1=a"));
      assertThat(client.readHead().status()).isEqualTo(400);
      assertThat(client.ask(Http.get(Http.VPC, VPC + "&ResourceId.1=a")).outcome())
          .as("the next answer on the connection")
          .isEqualTo("200");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Action=", "Action=ListTagResource", "Action=ListTagResources%00"})
  void noActionOrAnotherIsNotFound(String action) throws IOException {
    assertThat(vpc(action + "&RegionId=cn-hangzhou")).isEqualTo("404 InvalidAction.NotFound");
  }

  @Test
  void fiftyIdsAndTwentyTagsAreAllowedAndNotOneMore() throws IOException {
    String ids = numbered(1, 50, "&ResourceId.#=r#");
    String tags = numbered(1, 20, "&Tag.#.Key=k#");
    assertThat(vpc(VPC + ids + tags)).isEqualTo("200");
    assertThat(api(API + ids + tags)).isEqualTo("200");
    assertThat(vpc(VPC + ids + "&ResourceId.51=x")).isEqualTo("400 IllegalParamSize.ResourceIds");
    assertThat(api(API + ids + "&ResourceId.51=x")).isEqualTo("400 ExceedLimitResourceId");
    assertThat(vpc(VPC + tags + "&Tag.21.Key=x")).isEqualTo("400 IllegalParamSize.Tags");
    assertThat(api(API + tags + "&Tag.21.Key=x")).isEqualTo("400 ExceedLimitTag");
  }

  @Test
  void theLargestLegalRequestFitsIntoAQueryAndIntoAForm() throws IOException {
    String ids = numbered(1, 50, "&ResourceId.#=resource-with-a-rather-long-identifier-#");
    String tags =
        numbered(1, 20, "&Tag.#.Key=k#" + "%E4%B8%AD".repeat(60) + "&Tag.#.Value=")
            .replace("Value=", "Value=" + "%E4%B8%AD".repeat(128));
    assertThat(vpc(VPC + ids + tags)).isEqualTo("200");
    assertThat(GATEWAY.ask(Http.form(Http.VPC, VPC, (ids + tags).substring(1))).outcome())
        .isEqualTo("200");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 7, 200",
    "1, 999999999999999999, 200",
    "1, 99999999999, 200",
    "10, 9, 200",
    "0, 0, 400 MissingParameter.TagsAndResourceIds",
    "01, 00, 400 MissingParameter.TagsAndResourceIds",
    "-1, +1, 400 MissingParameter.TagsAndResourceIds",
    "a, '', 400 MissingParameter.TagsAndResourceIds",
    "1.1, 1., 400 MissingParameter.TagsAndResourceIds",
    "99999999999999999999999999999999, 9999999999999999999, "
        + "400 MissingParameter.TagsAndResourceIds"
  })
  void listsMayHaveGapsAndOtherNumbersAreNoMembers(String first, String second, String outcome)
      throws IOException {
    assertThat(vpc(VPC + "&ResourceId." + first + "=a&ResourceId." + second + "=b"))
        .isEqualTo(outcome);
    assertThat(vpc(VPC + "&Tag." + first + ".Key=a&Tag." + second + ".Key=b")).isEqualTo(outcome);
  }

  @Test
  void aThousandParametersAreReadAndNotOneMore() throws IOException {
    String start = VPC + "&ResourceId.1=a";
    assertThat(vpc(start + numbered(5, 1000, "&p#="))).isEqualTo("200");
    assertThat(vpc(start + numbered(5, 1001, "&p#="))).isEqualTo("400 TooManyParameters");
    String form = numbered(1, 100_000, "&p#=").substring(1);
    assertThat(GATEWAY.ask(Http.form(Http.VPC, start, form)).outcome())
        .isEqualTo("400 TooManyParameters");
  }

  @ParameterizedTest
  @CsvSource({
    "IPAM%00, 400 IllegalParam.ResourceType",
    "IPAM&ResourceId.1=%00, 400 IllegalParam.ResourceId",
    "IPAM&ResourceId.1=%EF%BF%BF, 400 IllegalParam.ResourceId",
    "IPAM&Tag.1.Key=a%00, 400 IllegalParam.TagKey",
    "IPAM&Tag.1.Key=a&Tag.1.Value=%08, 400 IllegalParam.TagValue",
    "IPAM&Tag.1.Value=a, 400 IllegalParam.TagKey",
    "IPAM&Tag.1.Key=, 400 IllegalParam.TagKey",
    "IPAM&ResourceId.1=a&MaxResults=0, 400 IllegalParam.MaxResults",
    "IPAM&ResourceId.1=a&MaxResults=51, 400 IllegalParam.MaxResults",
    "IPAM&ResourceId.1=a&MaxResults=99999999999, 400 IllegalParam.MaxResults",
    "IPAM&ResourceId.1=a&MaxResults=1e1, 400 IllegalParam.MaxResults"
  })
  void oddTextsAreRefusedInWellFormedDocuments(String type, String outcome) throws IOException {
    for (String format : new String[] {"JSON", "XML"}) {
      RawResponse answer =
          GATEWAY.ask(Http.get(Http.VPC, LIST + "&Format=" + format + "&ResourceType=" + type));
      assertThat(answer.outcome()).isEqualTo(outcome);
      assertThat(answer.format()).isEqualTo(format);
    }
  }
}

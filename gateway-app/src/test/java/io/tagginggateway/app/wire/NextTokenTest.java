package io.tagginggateway.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.AnswerBody;
import io.tagginggateway.app.testing.AnswerBody.Row;
import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.Http;
import io.tagginggateway.app.testing.RawResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Page by page over HTTP, and every token that a list did not hand out. */
final class NextTokenTest {
  private static final String VPC =
      "Action=ListTagResources&RegionId=cn-hangzhou&ResourceType=IPAM&MaxResults=1&Tag.1.Key=k";
  private static final String API =
      "Action=ListTagResources&RegionId=cn-hangzhou&ResourceType=app&Format=JSON&Tag.1.Key=k";
  private static final String VPC_REFUSED = "400 IllegalParam.NextToken";
  private static final String API_REFUSED = "400 InvalidNextToken";

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .set("products.CloudAPI.page-size", "1")
          .fixtures(
              """
              accounts:
                - id: "1234567890123456"
                  resources:
                    - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: a, tags: { k: 1, l: 2 } }
                    - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: b, tags: { k: 1 } }
                    - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: c, tags: { k: 1 } }
                    - { product: CloudAPI, region: cn-hangzhou, type: app, id: a, tags: { k: 1, l: 2 } }
                    - { product: CloudAPI, region: cn-hangzhou, type: app, id: b, tags: { k: 1 } }
              """);

  private static RawResponse vpc(String query) throws IOException {
    return GATEWAY.ask(Http.get(Http.VPC, query));
  }

  private static RawResponse api(String query) throws IOException {
    return GATEWAY.ask(Http.get(Http.API, query));
  }

  private static String vpcToken() throws IOException {
    return vpc(VPC).parsed().field("NextToken");
  }

  private static String apiToken() throws IOException {
    return api(API).parsed().field("NextToken");
  }

  @Test
  void vpcIpamEndsWithAnEmptyTokenAndNeverARowTwice() throws IOException {
    List<Row> rows = new ArrayList<>();
    String token = "";
    do {
      AnswerBody page = vpc(VPC + "&NextToken=" + token).parsed();
      assertThat(page.flatRows()).hasSize(1);
      rows.addAll(page.flatRows());
      token = page.field("NextToken");
    } while (!token.isEmpty());
    assertThat(rows).extracting(Row::resourceId).containsExactly("a", "b", "c");
  }

  @Test
  void apiGatewayEndsWithMinusOneAndKeepsAResourceOnOnePage() throws IOException {
    String all = API.replace("Tag.1.Key=k", "ResourceId.1=a&ResourceId.2=b");
    AnswerBody first = api(all).parsed();
    assertThat(first.nestedRows()).extracting(Row::key).containsExactly("k", "l");
    assertThat(first.field("PageSize")).isEqualTo("1");
    AnswerBody last = api(all + "&NextToken=" + first.field("NextToken")).parsed();
    assertThat(last.nestedRows()).extracting(Row::resourceId).containsExactly("b");
    assertThat(last.field("NextToken")).isEqualTo("-1");
  }

  @Test
  void aTokenMayBeUsedTwice() throws IOException {
    String token = vpcToken();
    List<Row> once = vpc(VPC + "&NextToken=" + token).parsed().flatRows();
    assertThat(vpc(VPC + "&NextToken=" + token).parsed().flatRows()).isEqualTo(once);
  }

  @Test
  void anEmptyTokenStartsFromTheBeginning() throws IOException {
    assertThat(vpc(VPC + "&NextToken=").parsed().flatRows())
        .isEqualTo(vpc(VPC).parsed().flatRows());
    assertThat(api(API + "&NextToken=").parsed().nestedRows())
        .isEqualTo(api(API).parsed().nestedRows());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "TOK+1/==", "x", "%00", "AAAAAAAAAAAAAAAAAAAA", "null", "%E4%B8%AD"})
  void aTokenThatWasNeverIssuedIsRefused(String token) throws IOException {
    assertThat(vpc(VPC + "&NextToken=" + token).outcome()).isEqualTo(VPC_REFUSED);
    assertThat(api(API + "&NextToken=" + token).outcome()).isEqualTo(API_REFUSED);
  }

  @Test
  void aTokenWithAnyCharacterChangedIsRefused() throws IOException {
    String token = vpcToken();
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String edited = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(vpc(VPC + "&NextToken=" + edited).outcome()).as(edited).isEqualTo(VPC_REFUSED);
    }
    for (String edited :
        new String[] {token + "A", token.substring(1), token + "=", token + "%20"}) {
      assertThat(vpc(VPC + "&NextToken=" + edited).outcome()).as(edited).isEqualTo(VPC_REFUSED);
    }
  }

  @Test
  void aTokenOfAnotherQueryIsRefused() throws IOException {
    String token = "&NextToken=" + vpcToken();
    for (String other :
        new String[] {
          VPC + "&Tag.1.Value=1",
          VPC + "&ResourceId.1=a",
          VPC.replace("Key=k", "Key=l"),
          VPC.replace("=IPAM", "=IPAMPOOL"),
          VPC.replace("cn-hangzhou", "cn-qingdao"),
          VPC + "&AccessKeyId=9999999999999999"
        }) {
      assertThat(vpc(other).outcome()).isEqualTo("200");
      assertThat(vpc(other + token).outcome()).as(other).isEqualTo(VPC_REFUSED);
    }
  }

  @Test
  void aTokenOfTheOtherProductIsRefused() throws IOException {
    assertThat(vpc(VPC + "&NextToken=" + apiToken()).outcome()).isEqualTo(VPC_REFUSED);
    assertThat(api(API + "&NextToken=" + vpcToken()).outcome()).isEqualTo(API_REFUSED);
  }
}

package io.tagginggateway.app.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.RawResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The view by ARN beside the products it shows, over HTTP. */
final class TagViewHttpTest {
  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .fixtures(
              """
              accounts:
                - id: "1234567890123456"
                  resources:
                    - { product: VpcIpam, region: cn-shanghai, type: IPAM, id: ipam-1, tags: { of: fixture }, systemTags: { owner: cloud } }
              """);

  private static final String ACCOUNT = "1234567890123456";
  private static final String TAG = "tag.localhost";
  private static final String IPAM = "arn:acs:vpc:cn-shanghai:" + ACCOUNT + ":ipam/ipam-1";

  private static RawResponse ask(String host, String query) throws IOException {
    return GATEWAY.ask(
        "GET /?AccessKeyId=testid&" + query + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void aTagSetThroughEcsIsSeenByArnAndTheOtherWayRound() throws IOException {
    String instance = "&ResourceType=instance&ResourceId.1=i-1";
    String arn = "&ResourceARN.1=arn:acs:ecs:*:*:instance/i-1";
    String region = "&RegionId=cn-hangzhou";
    assertThat(
            ask(
                    "ecs.localhost",
                    "Action=TagResources&Tag.1.Key=env&Tag.1.Value=a" + instance + region)
                .status())
        .isEqualTo(200);
    assertThat(ask(TAG, "Action=ListTagResources" + arn + region).text())
        .contains(
            "\"ResourceARN\":\"arn:acs:ecs:cn-hangzhou:" + ACCOUNT + ":instance/i-1\"",
            "{\"Key\":\"env\",\"Value\":\"a\",\"Category\":\"Custom\"}");

    String zone = "&Tags=" + encoded("{\"zone\":\"b\"}");
    assertThat(ask(TAG, "Action=TagResources" + arn + region + zone).text())
        .contains("\"FailedResources\":{\"FailedResource\":[]}");
    assertThat(ask(TAG, "Action=UntagResources&TagKey.1=env" + arn + region).status())
        .isEqualTo(200);
    assertThat(
            ask("ecs.localhost", "Format=JSON&Action=ListTagResources" + instance + region).text())
        .contains("\"zone\"")
        .doesNotContain("\"env\"");
  }

  @Test
  void aResourceOfTheFixturesIsListedWithTheTagsOfTheCloud() throws IOException {
    String list = "Format=XML&Action=ListTagResources&RegionId=cn-shanghai";
    assertThat(ask(TAG, list).text())
        .contains(
            "<ListTagResourcesResponse>",
            "<ResourceARN>" + IPAM + "</ResourceARN>",
            "<Tags><Key>of</Key><Value>fixture</Value><Category>Custom</Category></Tags>",
            "<Tags><Key>owner</Key><Value>cloud</Value><Category>System</Category></Tags>");
    assertThat(ask(TAG, list + "&Category=System").text()).doesNotContain("fixture");
    assertThat(ask("tag.cn-shanghai.aliyuncs.com", list + "&ResourceARN.1=" + IPAM).text())
        .contains("fixture");
  }

  @Test
  void keysAndValuesAreListed() throws IOException {
    String region = "&RegionId=cn-shanghai";
    assertThat(ask(TAG, "Action=ListTagKeys" + region).text())
        .contains(
            "\"Keys\":{\"Key\":[{\"Key\":\"of\",\"Category\":\"custom\"},{\"Key\":\"owner\",");
    assertThat(ask(TAG, "Action=ListTagValues&Key=of" + region).text())
        .contains("\"Values\":{\"Value\":[\"fixture\"]}");
    assertThat(ask(TAG, "Format=XML&Action=ListTagValues&Key=of" + region).text())
        .contains("<Values><Value>fixture</Value></Values>");
  }

  @Test
  void anArnOfAnotherAccountOrRegionIsRefused() throws IOException {
    String list = "Action=ListTagResources&RegionId=cn-hangzhou&ResourceARN.1=";
    RawResponse account = ask(TAG, list + "arn:acs:ecs:*:7:instance/i-1");
    assertThat(account.status()).isEqualTo(400);
    assertThat(account.text()).contains("InvalidResourceARN.Account", "specifically: 7.");
    RawResponse region = ask(TAG, list + "arn:acs:ecs:cn-beijing:*:instance/i-1");
    assertThat(region.status()).isEqualTo(400);
    assertThat(region.text()).contains("InvalidResourceARN.Region", "specifically: cn-beijing.");
  }
}

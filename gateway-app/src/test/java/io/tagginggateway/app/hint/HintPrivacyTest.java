package io.tagginggateway.app.hint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.hint.Mistakes.Told;
import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.Http;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What no hint ever tells, over requests that are put together at random, each run the same. */
@Timeout(120)
final class HintPrivacyTest {
  private static final int REQUESTS = 1500;

  @RegisterExtension
  static final GatewayExtension LENIENT =
      new GatewayExtension().set("hints.header", "true").fixtures(Mistakes.FIXTURES);

  @RegisterExtension
  static final GatewayExtension STRICT =
      new GatewayExtension()
          .set("hints.header", "true")
          .set("auth.mode", "strict")
          .fixtures(Mistakes.FIXTURES);

  private static final List<String> HOSTS =
      List.of(
          "127.0.0.1",
          "vpcipam.cn-hangzhou.aliyuncs.com",
          "apigateway.cn-beijing.aliyuncs.com",
          "ecs.cn-beijing.aliyuncs.com",
          "tag.aliyuncs.com",
          "vpcipan.aliyuncs.com",
          "x.example");

  /** None of these names the second account's own words: what a caller sends it may be told. */
  private static final List<String> PARTS =
      List.of(
          "Version=2023-02-28",
          "Version=2016-07-14",
          "Version=2014-05-26",
          "Action=ListTagResources",
          "Action=TagResources",
          "Action=UntagResources",
          "Action=ListTagKeys",
          "Action=ListTagResource",
          "RegionId=cn-hangzhou",
          "RegionId=cn-beijing",
          "ResourceType=IPAM",
          "ResourceType=instance",
          "ResourceType=ipamm",
          "ResourceId.1=ipam-1",
          "ResourceId.1=ipam-hid",
          "ResourceId.1=i-hid",
          "ResourceId=ipam-1",
          "ResourceARN.1=arn:acs:ecs:*:*:instance/i-hid",
          "Tag.1.Key=team",
          "Tag.1.Key=hus",
          "Tag.1.Value=hus",
          "Tag.2.Key=team",
          "NextToken=AAAA",
          "MaxResults=0",
          "AccessKeyId=testid",
          "AccessKeyId=other-ke",
          "AccessKeyId=6543210987654320",
          "SecurityToken=teststs",
          "Signature=x",
          "SignatureMethod=HMAC-SHA1",
          "SignatureVersion=1.0",
          "SignatureNonce=n",
          "Timestamp=2020-01-01T00:00:00Z");

  private static String request(Random random) {
    StringBuilder query = new StringBuilder("x=1");
    int parts = random.nextInt(12);
    for (int i = 0; i < parts; i++) {
      query.append('&').append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return Http.get(HOSTS.get(random.nextInt(HOSTS.size())), query.toString());
  }

  @Test
  void noHintNamesAnotherAccountToACallerOrASecretToAnybody() throws Exception {
    Random random = new Random(20261126);
    int told = 0;
    for (int i = 0; i < REQUESTS; i++) {
      GatewayExtension gateway = i % 2 == 0 ? LENIENT : STRICT;
      String request = request(random);
      Told answer = Mistakes.ask(gateway, request);
      told += answer.header().isEmpty() ? 0 : 1;
      assertThat(answer.header())
          .as(request)
          .doesNotContain(Mistakes.FOREIGN.toArray(String[]::new))
          .doesNotContain(Mistakes.SECRETS.toArray(String[]::new));
      assertThat(answer.hint()).as(request).doesNotContain(Mistakes.SECRETS.toArray(String[]::new));
      if (answer.answer().status() >= 400) {
        assertThat(answer.hint()).as(request).isNotEmpty();
      }
    }
    assertThat(told).isGreaterThan(REQUESTS / 2);
  }
}

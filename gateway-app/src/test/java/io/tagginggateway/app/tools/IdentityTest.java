package io.tagginggateway.app.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.RawResponse;
import io.tagginggateway.app.testing.SetClock;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.file.ProductBundle;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tools ask before they get to work, in strict mode. */
final class IdentityTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final String STS = "sts.aliyuncs.com";
  private static final String ROLE = "acs:ram::1234567890123456:role/deploy";
  private static final SetClock CLOCK = new SetClock();

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .set("auth.mode", "strict")
          .clock(CLOCK)
          .fixtures(
              """
              accounts:
                - id: "1234567890123456"
                  accessKeys:
                    - { id: testid, secret: testsecret }
                    - { id: alice, secret: s, arn: "acs:ram::1234567890123456:user/alice" }
                  resources:
                    - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: here, tags: { of: one } }
                - id: "6543210987654321"
                  resources:
                    - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: here, tags: { of: other } }
              """);

  private final ObjectMapper json = new ObjectMapper();

  private static ToolClient permanent() {
    return new ToolClient(GATEWAY, "testid", "testsecret", "");
  }

  private static RawResponse sts(ToolClient client, Map<String, String> more, Instant now)
      throws IOException {
    CLOCK.set(now);
    Map<String, String> call = new HashMap<>(more);
    call.put("Version", "2015-04-01");
    return client.ask(STS, call, now);
  }

  private ToolClient assumed(String role, String seconds) throws IOException {
    RawResponse answer =
        sts(
            permanent(),
            Map.of(
                "Action",
                "AssumeRole",
                "RoleArn",
                role,
                "RoleSessionName",
                "ci",
                "DurationSeconds",
                seconds),
            NOW);
    JsonNode credentials = json.readTree(answer.text()).path("Credentials");
    assertThat(credentials.path("Expiration").asText())
        .as(answer.text())
        .isEqualTo(NOW.plusSeconds(Long.parseLong(seconds)).toString());
    return new ToolClient(
        GATEWAY,
        credentials.path("AccessKeyId").asText(),
        credentials.path("AccessKeySecret").asText(),
        credentials.path("SecurityToken").asText());
  }

  private static RawResponse list(ToolClient client, Instant now) throws IOException {
    CLOCK.set(now);
    return client.ask(
        "vpcipam.cn-hangzhou.aliyuncs.com",
        Map.of(
            "Action", "ListTagResources",
            "Version", "2023-02-28",
            "RegionId", "cn-hangzhou",
            "ResourceType", "IPAM",
            "ResourceId.1", "here"),
        now);
  }

  @ParameterizedTest
  @CsvSource({
    "acs:ram::1234567890123456:role/deploy, one",
    "acs:ram::6543210987654321:role/deploy, other"
  })
  void aTemporaryKeyWorksForTheRolesAccountUntilItExpires(String role, String value)
      throws IOException {
    ToolClient temporary = assumed(role, "900");
    assertThat(list(temporary, NOW).text()).contains("\"TagValue\":\"" + value + "\"");
    assertThat(list(temporary, NOW.plusSeconds(899)).status()).isEqualTo(200);
    assertThat(list(temporary, NOW.plusSeconds(901)).outcome())
        .isEqualTo("400 InvalidSecurityToken.Expired");
    ToolClient withoutToken = new ToolClient(GATEWAY, temporary.key(), temporary.secret(), "");
    assertThat(list(withoutToken, NOW).status()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void eachKeyIsToldWhoItIs() throws IOException {
    Map<String, String> who = Map.of("Action", "GetCallerIdentity");
    JsonNode root = json.readTree(sts(permanent(), who, NOW).text());
    assertThat(root.path("Arn").asText()).isEqualTo("acs:ram::1234567890123456:root");
    assertThat(root.path("IdentityType").asText()).isEqualTo("Account");
    ToolClient user = new ToolClient(GATEWAY, "alice", "s", "");
    JsonNode alice = json.readTree(sts(user, who, NOW).text());
    assertThat(alice.path("Arn").asText()).isEqualTo("acs:ram::1234567890123456:user/alice");
    assertThat(alice.path("IdentityType").asText()).isEqualTo("RAMUser");
    JsonNode session = json.readTree(sts(assumed(ROLE, "3600"), who, NOW).text());
    assertThat(session.path("Arn").asText())
        .isEqualTo("acs:ram::1234567890123456:assumed-role/deploy/ci");
    assertThat(session.path("IdentityType").asText()).isEqualTo("AssumedRoleUser");
    assertThat(session.path("AccountId").asText()).isEqualTo("1234567890123456");
  }

  @ParameterizedTest
  @CsvSource({
    "'', ci, 3600, 400 InvalidParameter.RoleArn",
    "role/deploy, ci, 3600, 400 InvalidParameter.RoleArn",
    "acs:ram::1234567890123456:role/deploy, a b, 3600, 400 InvalidParameter.RoleSessionName",
    "acs:ram::1234567890123456:role/deploy, ci, 899, 400 InvalidParameter.DurationSeconds",
    "acs:ram::1234567890123456:role/deploy, ci, 43201, 400 InvalidParameter.DurationSeconds",
    "acs:ram::1234567890123456:role/deploy, ci, soon, 400 InvalidParameter.DurationSeconds",
    "acs:ram::1111111111111111:role/deploy, ci, 3600, 404 EntityNotExist.Role"
  })
  void aRoleThatCannotBeAssumedIsRefused(
      String role, String session, String seconds, String outcome) throws IOException {
    assertThat(
            sts(
                    permanent(),
                    Map.of(
                        "Action", "AssumeRole",
                        "RoleArn", role,
                        "RoleSessionName", session,
                        "DurationSeconds", seconds),
                    NOW)
                .outcome())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cn-hangzhou", "eu-central-1", "xx-nowhere-1"})
  void everyProductHasAnEndpointInEveryRegion(String region) throws IOException {
    for (ProductEntry entry : ProductBundle.installed().entries()) {
      String location = entry.head().location();
      if (location != null) {
        JsonNode endpoint =
            json.readTree(endpoints(region, location).text()).at("/Endpoints/Endpoint/0");
        assertThat(endpoint.path("Id").asText()).isEqualTo(region);
        String host = endpoint.path("Endpoint").asText();
        assertThat(permanent().ask(host, Map.of("Action", "No"), NOW).outcome())
            .as(host)
            .isEqualTo("404 InvalidAction.NotFound");
      }
    }
    assertThat(endpoints(region, "nothing").text()).contains("\"Endpoint\":[]", "\"Success\":true");
    assertThat(endpoints(region, "").outcome()).isEqualTo("400 MissingServiceCode");
  }

  private static RawResponse endpoints(String region, String service) throws IOException {
    CLOCK.set(NOW);
    return permanent()
        .ask(
            "location-readonly.aliyuncs.com",
            Map.of(
                "Action", "DescribeEndpoints",
                "Version", "2015-06-12",
                "Id", region,
                "ServiceCode", service,
                "Type", "openAPI"),
            NOW);
  }

  @Test
  void theRegionsAreListedInBothFormats() throws IOException {
    CLOCK.set(NOW);
    RawResponse regions =
        permanent()
            .ask(
                "ecs.aliyuncs.com",
                Map.of("Action", "DescribeRegions", "Version", "2014-05-26"),
                NOW);
    assertThat(regions.text())
        .contains("\"RegionId\":\"cn-hangzhou\"", "\"RegionId\":\"us-west-1\"");
  }
}

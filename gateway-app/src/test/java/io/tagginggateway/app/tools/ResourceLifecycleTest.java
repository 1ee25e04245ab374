package io.tagginggateway.app.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.RawClient;
import io.tagginggateway.app.testing.RawResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resources that calls create: what bad input gets, and what hangs on what. */
final class ResourceLifecycleTest {
  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension().set("resources", "declared").fixtures("accounts: []\n");

  private final ObjectMapper json = new ObjectMapper();

  @BeforeEach
  void reset() throws IOException {
    GATEWAY.ask("POST /_gateway/reset HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
  }

  private static RawResponse ask(String host, String version, String query) throws IOException {
    return GATEWAY.ask(
        "GET /?Format=JSON&Version="
            + version
            + "&"
            + query
            + " HTTP/1.1\r\nHost: "
            + host
            + ".localhost\r\n\r\n");
  }

  private static RawResponse ipam(String query) throws IOException {
    return ask("vpcipam", "2023-02-28", "RegionId=cn-hangzhou&Action=" + query);
  }

  private static RawResponse api(String query) throws IOException {
    return ask("apigateway", "2016-07-14", "Action=" + query);
  }

  private JsonNode ok(RawResponse answer) throws IOException {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return json.readTree(answer.text());
  }

  private String created(String query, String field) throws IOException {
    return ok(ipam(query)).path(field).asText();
  }

  @Test
  void anIpamBringsTwoScopesThatGoWithIt() throws IOException {
    String ipam = created("CreateIpam&IpamName=x", "IpamId");
    assertThat(ipam).matches("ipam-[a-z0-9]{20}");
    JsonNode row = ok(ipam("ListIpams&IpamIds.1=" + ipam)).path("Ipams").get(0);
    JsonNode scopes = ok(ipam("ListIpamScopes&IpamId=" + ipam));
    assertThat(scopes.path("IpamScopes").findValuesAsText("IpamScopeId"))
        .containsExactlyInAnyOrder(
            row.path("PublicDefaultScopeId").asText(), row.path("PrivateDefaultScopeId").asText());
    String scope = row.path("PrivateDefaultScopeId").asText();
    assertThat(ipam("DeleteIpamScope&IpamScopeId=" + scope).outcome())
        .isEqualTo("400 OperationDenied.DefaultIpamScope");
    String pool = created("CreateIpamPool&IpamScopeId=" + scope, "IpamPoolId");
    assertThat(ok(ipam("ListIpamPools&IpamPoolIds.1=" + pool)).at("/IpamPools/0/IpamId").asText())
        .isEqualTo(ipam);
    assertThat(ipam("DeleteIpam&IpamId=" + ipam).outcome())
        .isEqualTo("400 DependencyViolation.Ipam");
    ok(ipam("DeleteIpamPool&IpamPoolId=" + pool));
    ok(ipam("DeleteIpam&IpamId=" + ipam));
    assertThat(ok(ipam("ListIpamScopes&IpamId=" + ipam)).path("TotalCount").asInt()).isZero();
    assertThat(state()).doesNotContain("ipam-");
  }

  @ParameterizedTest
  @CsvSource({
    "CreateIpamScope&IpamId=ipam-none, 400 ResourceNotFound.Ipam",
    "CreateIpamPool&IpamScopeId=none, 400 ResourceNotFound.IpamScope",
    "CreateIpamScope, 400 MissingIpamId",
    "DeleteIpam&IpamId=none, 400 ResourceNotFound.Ipam",
    "DeleteIpamPool&IpamPoolId=none, 404 ResourceNotFound.IpamPool",
    "UpdateIpam&IpamId=none&IpamName=n, 400 ResourceNotFound.Ipam",
    "CreateIpam&Tag.1.Key=acs:x&Tag.1.Value=v, 400 IllegalParam.TagKey",
    "CreateIpam&Tag.1.Key=a&Tag.2.Key=a, 400 DuplicatedParam.TagKey",
    "ListIpams&MaxResults=101, 400 IllegalParam.NextToken",
    "ListIpams&NextToken=none, 400 IllegalParam.NextToken",
  })
  void badInputGetsTheProductsErrorAndChangesNothing(String query, String outcome)
      throws IOException {
    assertThat(ipam(query).outcome()).isEqualTo(outcome);
    assertThat(state()).doesNotContain("\"id\":\"ipam-");
  }

  @ParameterizedTest
  @CsvSource({
    "DescribeApp&AppId=1, 404 NotFoundApp",
    "DescribeAppSecurity&AppId=1, 404 NotFoundApp",
    "DeleteApp&AppId=1, 404 NotFoundApp",
    "ModifyPlugin&PluginId=1, 404 NotFoundPlugin",
    "DescribeApiGroup&GroupId=1, 404 NotFoundApiGroup",
    "CreatePlugin&PluginName=p, 400 MissingPluginType",
    "DescribeApiGroups&PageSize=51, 400 InvalidPageSize",
    "DescribePlugins&PageNumber=0, 400 InvalidPageSize",
  })
  void apiGatewaySaysSoInItsOwnWords(String query, String outcome) throws IOException {
    assertThat(api(query).outcome()).isEqualTo(outcome);
  }

  @Test
  void aClientTokenMakesACreateHarmlessToRepeatAndNoOther() throws IOException {
    String first = created("CreateIpam&ClientToken=t&IpamName=a&Tag.1.Key=k", "IpamId");
    assertThat(created("CreateIpam&ClientToken=t&IpamName=a&Tag.1.Key=k", "IpamId"))
        .isEqualTo(first);
    assertThat(ipam("CreateIpam&ClientToken=t&IpamName=b&Tag.1.Key=k").outcome())
        .isEqualTo("400 IdempotentParameterMismatch");
    assertThat(ipam("CreateIpam&ClientToken=t&IpamName=a&Tag.1.Key=other").outcome())
        .isEqualTo("400 IdempotentParameterMismatch");
    assertThat(ok(ipam("ListIpams")).path("TotalCount").asInt()).isEqualTo(1);
  }

  @Test
  void listsFilterByIdNameAndTagAndPageToTheEnd() throws IOException {
    for (int i = 1; i <= 5; i++) {
      created("CreateIpam&IpamName=n" + i + "&Tag.1.Key=odd&Tag.1.Value=" + i % 2, "IpamId");
    }
    JsonNode odd = ok(ipam("ListIpams&Tag.1.Key=odd&Tag.1.Value=1&MaxResults=2"));
    assertThat(odd.path("Ipams").findValuesAsText("IpamName")).containsExactly("n1", "n3");
    assertThat(odd.path("TotalCount").asInt()).isEqualTo(3);
    JsonNode rest =
        ok(
            ipam(
                "ListIpams&Tag.1.Key=odd&Tag.1.Value=1&MaxResults=2&NextToken="
                    + URLEncoder.encode(odd.path("NextToken").asText(), StandardCharsets.UTF_8)));
    assertThat(rest.path("Ipams").findValuesAsText("IpamName")).containsExactly("n5");
    assertThat(rest.path("NextToken").asText()).isEmpty();
    assertThat(ok(ipam("ListIpams&IpamName=n4")).path("Count").asInt()).isEqualTo(1);
  }

  @Test
  void tagsOfADeletedAppAreGoneAndChangesAreSeen() throws IOException {
    String app = ok(api("CreateApp&AppName=a&Tag.1.Key=k&Tag.1.Value=v")).path("AppId").asText();
    String list = "ListTagResources&ResourceType=app&ResourceId.1=" + app;
    assertThat(api(list).text()).contains("\"TagValue\":\"v\"");
    ok(api("TagResources&ResourceType=app&ResourceId.1=" + app + "&Tag.1.Key=k2"));
    ok(api("ModifyApp&AppName=b&AppId=" + app));
    JsonNode row = ok(api("DescribeAppAttributes&AppName=b")).at("/Apps/AppAttribute/0");
    assertThat(row.at("/Tags/TagInfo").findValuesAsText("Key")).containsExactly("k", "k2");
    JsonNode security = ok(api("DescribeAppSecurity&AppId=" + app));
    assertThat(security).isEqualTo(sameIds(security, api("DescribeAppSecurity&AppId=" + app)));
    ok(api("DeleteApp&AppId=" + app));
    assertThat(api(list).text()).doesNotContain("\"TagValue\":\"v\"");
    assertThat(api("TagResources&ResourceType=app&ResourceId.1=" + app + "&Tag.1.Key=k").status())
        .isGreaterThanOrEqualTo(400);
  }

  private JsonNode sameIds(JsonNode first, RawResponse again) throws IOException {
    com.fasterxml.jackson.databind.node.ObjectNode second =
        (com.fasterxml.jackson.databind.node.ObjectNode) ok(again);
    second.set("RequestId", first.path("RequestId"));
    return second;
  }

  @Test
  void whatIsExportedIsTakenBackAndExportedAlike() throws IOException {
    created("CreateIpam&IpamName=%E5%BC%A0&OperatingRegionList.1=cn-x&Tag.1.Key=k", "IpamId");
    ok(api("CreateApiGroup&GroupName=g"));
    String exported = state();
    byte[] bytes = exported.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
            GATEWAY
                .ask(
                    "PUT /_gateway/state HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                        + bytes.length
                        + "\r\nContent-Type: application/json\r\n\r\n"
                        + exported)
                .status())
        .isEqualTo(204);
    assertThat(state()).isEqualTo(exported).contains("\"attributes\":{");
  }

  /** A character for each byte. */
  private static String state() throws IOException {
    try (RawClient client = GATEWAY.connect()) {
      client.send("GET /_gateway/state HTTP/1.0\r\nHost: localhost\r\n\r\n");
      return client.readToEnd().split("\r\n\r\n", 2)[1];
    }
  }
}

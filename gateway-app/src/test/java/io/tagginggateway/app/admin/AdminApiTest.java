package io.tagginggateway.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class AdminApiTest {
  private static final String OTHER =
      "{'accounts':[{'id':'2222222222222222','accessKeys':[{'id':'k','secret':'s'}],"
          + "'resources':[{'product':'CloudAPI','region':'cn-qingdao','type':'plugin','id':'p',"
          + "'tags':{'a':'1','中':''},'systemTags':{'acs:x':'y'}},"
          + "{'product':'VpcIpam','region':'cn-hangzhou','type':'IPAM','id':'bare'}]}]}";

  private final AdminClient gateway = new AdminClient(Map.of());

  @AfterEach
  void stop() {
    gateway.close();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(new JsonObject(answer.body()).getInteger("status")).isEqualTo(status);
    assertThat(new JsonObject(answer.body()).getString("detail")).isNotBlank();
  }

  @Test
  void stateRoundTripsExactly() throws Exception {
    gateway.ipam("TagResources", "&Tag.1.Key=later&Tag.1.Value=%E4%B8%AD");
    gateway.ipam("TagResources", "&ResourceId.2=new&Tag.1.Key=other");
    String state = gateway.admin("GET", "state", "").body();
    assertThat(state).contains("later", "中", "testsecret", "teststs/token+==");
    assertThat(gateway.admin("PUT", "state", json(OTHER)).statusCode()).isEqualTo(204);
    assertThat(gateway.ipam("ListTagResources", "").body()).contains("\"TagResources\":[]");
    String other = gateway.admin("GET", "state", "").body();
    assertThat(gateway.admin("PUT", "state", state).statusCode()).isEqualTo(204);
    assertThat(gateway.admin("GET", "state", "").body()).isEqualTo(state);
    assertThat(gateway.ipam("ListTagResources", "").body()).contains("later", "FinanceDept");
    gateway.admin("PUT", "state", other);
    assertThat(gateway.admin("GET", "state", "").body()).isEqualTo(other);
  }

  @Test
  void whatIsolatedKeysWroteRoundTripsToo() throws Exception {
    try (AdminClient isolated = new AdminClient(Map.of("accounts.unknown-key", "isolated"))) {
      isolated.ipam("TagResources", "&Tag.1.Key=mine&AccessKeyId=7");
      isolated.ipam("TagResources", "&Tag.1.Key=ours&AccessKeyId=suite-a");
      String state = isolated.admin("GET", "state", "").body();
      assertThat(isolated.admin("PUT", "state", state).statusCode()).isEqualTo(204);
      assertThat(isolated.admin("GET", "state", "").body()).isEqualTo(state);
      assertThat(isolated.ipam("ListTagResources", "&AccessKeyId=7").body())
          .contains("mine", "FinanceDept")
          .doesNotContain("ours");
      isolated.admin("POST", "reset", "");
      assertThat(isolated.ipam("ListTagResources", "&AccessKeyId=7").body())
          .contains("FinanceDept")
          .doesNotContain("mine");
      isolated.ipam("TagResources", "&Tag.1.Key=mine&AccessKeyId=7");
      isolated.admin("PATCH", "state", json(OTHER));
      assertThat(isolated.ipam("ListTagResources", "&AccessKeyId=7").body()).contains("mine");
    }
  }

  @Test
  void stateOfOneAccountIsThatAlone() throws Exception {
    gateway.admin("PATCH", "state", json(OTHER));
    JsonArray accounts = gateway.json("state?account=2222222222222222").getJsonArray("accounts");
    assertThat(accounts).hasSize(1);
    assertThat(accounts.getJsonObject(0).getString("id")).isEqualTo("2222222222222222");
    assertThat(gateway.json("state?account=9").getJsonArray("accounts")).isEmpty();
  }

  @Test
  void aPatchAddsAndKeepsWhatCallersWrote() throws Exception {
    gateway.ipam("TagResources", "&Tag.1.Key=later");
    assertThat(gateway.admin("PATCH", "state", json(OTHER)).statusCode()).isEqualTo(204);
    assertThat(gateway.ipam("ListTagResources", "").body()).contains("later", "FinanceDept");
    assertThat(gateway.json("state").getJsonArray("accounts")).hasSize(2);
    assertThat(
            gateway
                .send(
                    "GET",
                    "/?Version=2016-07-14&Action=ListTagResources&RegionId=cn-qingdao"
                        + "&ResourceType=plugin&ResourceId.1=p&AccessKeyId=k",
                    "")
                .body())
        .contains("acs:x", "中");
  }

  @Test
  void aResetGoesBackToTheStartAndForgets() throws Exception {
    String start = gateway.admin("GET", "state", "").body();
    gateway.ipam("TagResources", "&Tag.1.Key=later");
    gateway.admin("PUT", "state", json(OTHER));
    gateway.admin("POST", "faults", json("{'fault':{'type':'html'},'times':0}"));
    assertThat(gateway.ipam("ListTagResources", "").statusCode()).isEqualTo(503);
    assertThat(gateway.admin("POST", "reset", "").statusCode()).isEqualTo(204);
    assertThat(gateway.admin("GET", "state", "").body()).isEqualTo(start);
    assertThat(gateway.json("requests/count").getInteger("count")).isZero();
    assertThat(gateway.json("faults").getJsonArray("faults")).isEmpty();
    assertThat(gateway.ipam("ListTagResources", "").statusCode()).isEqualTo(200);
    gateway.ipam("TagResources", "&Tag.1.Key=later");
    gateway.admin("POST", "reset", "");
    assertThat(gateway.admin("GET", "state", "").body()).isEqualTo(start);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, null",
    "application/json, ' '",
    "application/json, ''",
    "application/yaml, null",
    "application/yaml, '# nothing'",
    "application/yaml, '---'",
    "application/json, '{\"accounts\":null}'",
    "application/yaml, 'accounts:'",
  })
  void aDocumentThatSaysNothingEmptiesNothing(String type, String body) throws Exception {
    String before = gateway.admin("GET", "state", "").body();
    for (String method : new String[] {"PUT", "PATCH"}) {
      HttpResponse<String> answer = gateway.admin(method, "state", body, "Content-Type", type);
      assertProblem(answer, 400);
    }
    assertThat(gateway.admin("GET", "state", "").body()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"health/live", "health/ready"})
  void loadBalancersMayAskForHealthByHead(String path) throws Exception {
    HttpResponse<String> answer = gateway.admin("HEAD", path, "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void aStateThatNamesNoAccountEmptiesAll() throws Exception {
    String empty = json("{'accounts':[]}");
    assertThat(gateway.admin("PUT", "state", empty).statusCode()).isEqualTo(204);
    assertThat(gateway.admin("GET", "state", "").body()).isEqualTo(empty);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'accounts':[{'id':'a','accessKeys':[{'id':'k','secret':''}]}]} | /accounts/0/accessKeys/0/secret",
        "{'accounts':[{'id':'a','accessKeys':[{'id':'k','secret':'s','securityToken':''}]}]} | /accounts/0/accessKeys/0/securityToken",
        "{'accounts':[{'id':'1111111111111111'}],'more':1} | /more",
        "{'accounts':[{'id':'1111111111111111','resources':[{'product':'Nope','region':'r','type':'t','id':'i'}]}]} | /accounts/0/resources/0/product",
        "{'accounts':[{'id':'1111111111111111','resources':[{'product':'VpcIpam','region':'r','type':'IPAM','id':'i','tags':{'a.b/c~':'http://x'}}]}]} | /accounts/0/resources/0/tags/a.b~1c~0",
        "{'accounts':{}} | /accounts"
      })
  void aStateThatBreaksARuleIsRefusedWholeWithThePlace(String state, String pointer)
      throws Exception {
    String before = gateway.admin("GET", "state", "").body();
    for (String method : new String[] {"PUT", "PATCH"}) {
      HttpResponse<String> answer = gateway.admin(method, "state", json(state));
      assertProblem(answer, 400);
      assertThat(new JsonObject(answer.body()).getString("pointer")).isEqualTo(pointer);
    }
    assertThat(gateway.admin("GET", "state", "").body()).isEqualTo(before);
  }

  @Test
  void whatIsNoStateIsRefused() throws Exception {
    assertProblem(gateway.admin("PUT", "state", ""), 400);
    assertProblem(gateway.admin("PUT", "state", "{\"accounts\":["), 400);
    assertProblem(gateway.admin("PUT", "state", "{}", "Content-Type", "text/csv"), 400);
    assertProblem(gateway.admin("PUT", "state", "{}", "Content-Type", "application/xml"), 415);
    assertThat(gateway.json("state").getJsonArray("accounts")).hasSize(1);
    assertThat(
            gateway
                .admin("PUT", "state", "accounts: []", "Content-Type", "application/yaml")
                .statusCode())
        .isEqualTo(204);
    assertThat(gateway.json("state").getJsonArray("accounts")).isEmpty();
  }

  @Test
  void aLargeStateGoesInAndOutInPieces() throws Exception {
    StringBuilder state = new StringBuilder("{'accounts':[{'id':'1234567890123456','resources':[");
    for (int i = 0; i < 30_000; i++) {
      state
          .append(i == 0 ? "" : ",")
          .append("{'product':'VpcIpam','region':'cn-hangzhou','type':'IPAM','id':'ipam-")
          .append(i)
          .append("','tags':{'number':'")
          .append(i)
          .append("','same':'x'}}");
    }
    state.append("]}]}");
    assertThat(gateway.admin("PUT", "state", json(state.toString())).statusCode()).isEqualTo(204);
    String first = gateway.admin("GET", "state", "").body();
    assertThat(first.length()).isGreaterThan(2_000_000);
    gateway.admin("PUT", "state", first);
    assertThat(gateway.admin("GET", "state", "").body()).isEqualTo(first);
    String bad = json(state.toString()).replace("'", "").replace("ipam-29999\"", "ipam-0\"");
    assertProblem(gateway.admin("PUT", "state", bad), 400);
    assertThat(gateway.admin("GET", "state", "").body()).isEqualTo(first);
  }

  @Test
  void callersThatVanishHoldNothingUp() throws Exception {
    StringBuilder state = new StringBuilder("{'accounts':[{'id':'1234567890123456','resources':[");
    for (int i = 0; i < 50_000; i++) {
      state
          .append(i == 0 ? "" : ",")
          .append("{'product':'VpcIpam','region':'cn-hangzhou','type':'IPAM','id':'ipam-")
          .append(i)
          .append("','tags':{'number':'".concat("x".repeat(100)).concat("'}}"));
    }
    gateway.admin("PUT", "state", json(state + "]}]}"));
    for (int i = 0; i < 8; i++) {
      try (Socket reader = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
          Socket writer = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
        reader.getOutputStream().write(head("GET /_gateway/state", ""));
        assertThat(reader.getInputStream().read()).isEqualTo('H');
        writer.getOutputStream().write(head("PUT /_gateway/state", "Content-Length: 1000000\r\n"));
        writer.getOutputStream().write("{\"accounts\":[".getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(gateway.admin("GET", "state?account=9", "").statusCode()).isEqualTo(200);
    assertThat(gateway.admin("PUT", "state", "{}").statusCode()).isEqualTo(204);
  }

  private static byte[] head(String line, String headers) {
    String text = line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void tellsOfItsProducts() throws Exception {
    JsonArray products = gateway.json("products").getJsonArray("products");
    assertThat(products.stream().map(product -> ((JsonObject) product).getString("code")))
        .contains("BssOpenApi", "CloudAPI", "Ecs", "Location", "Sts", "VpcIpam");
    JsonObject cloud = named(products, "CloudAPI");
    assertThat(named(products, "Sts").containsKey("limits")).isFalse();
    assertThat(cloud.getJsonArray("hosts"))
        .contains("apigateway.<region>.aliyuncs.com", "apigateway.localhost");
    assertThat(cloud.getJsonArray("resourceTypes")).contains("apiGroup");
    assertThat(cloud.getJsonObject("limits").getInteger("pageSize")).isEqualTo(50);
  }

  private static JsonObject named(JsonArray products, String code) {
    return products.stream()
        .map(JsonObject.class::cast)
        .filter(product -> product.getString("code").equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsCountsAndForgetsRequests() throws Exception {
    gateway.ipam("ListTagResources", "&AccessKeyId=testid&Signature=abc");
    gateway.ipam("Nope", "");
    JsonArray all = gateway.json("requests").getJsonArray("requests");
    assertThat(all).hasSize(2);
    assertThat(all.getJsonObject(0).getString("code")).isEqualTo("InvalidAction.NotFound");
    JsonObject list =
        gateway
            .json("requests?code=&action=ListTagResources")
            .getJsonArray("requests")
            .getJsonObject(0);
    assertThat(list.fieldNames())
        .containsExactly(
            "time",
            "requestId",
            "host",
            "method",
            "path",
            "client",
            "userAgent",
            "product",
            "region",
            "account",
            "accessKeyId",
            "action",
            "parameters",
            "format",
            "status",
            "code",
            "rows",
            "micros",
            "forwarded",
            "fault",
            "hint",
            "answer");
    assertThat(list.getJsonObject("parameters").getString("Signature")).isEqualTo("***");
    assertThat(list.getInteger("rows")).isEqualTo(1);
    assertThat(gateway.json("requests?limit=1").getJsonArray("requests")).hasSize(1);
    assertThat(gateway.json("requests/count?accessKeyId=testid").getInteger("count")).isEqualTo(1);
    assertProblem(gateway.admin("GET", "requests?limit=x", ""), 400);
    assertProblem(gateway.admin("GET", "requests/count?sinc=1h", ""), 400);
    assertThat(gateway.admin("DELETE", "requests", "").statusCode()).isEqualTo(204);
    assertThat(gateway.json("requests/count").getInteger("count")).isZero();
  }

  @Test
  void addsShowsAndRemovesFaults() throws Exception {
    HttpResponse<String> added =
        gateway.admin(
            "POST", "faults", json("{'fault':{'type':'error','code':'Throttling.User'}}"));
    assertThat(added.statusCode()).isEqualTo(201);
    String id = new JsonObject(added.body()).getString("id");
    assertThat(added.headers().firstValue("location")).hasValue("/_gateway/faults/" + id);
    assertThat(gateway.ipam("ListTagResources", "").statusCode()).isEqualTo(400);
    assertThat(gateway.ipam("ListTagResources", "").statusCode()).isEqualTo(200);
    assertThat(gateway.json("faults").getJsonArray("faults").getJsonObject(0).getInteger("spoiled"))
        .isEqualTo(1);
    assertThat(gateway.admin("DELETE", "faults/" + id, "").statusCode()).isEqualTo(204);
    assertProblem(gateway.admin("DELETE", "faults/" + id, ""), 404);
    gateway.admin("POST", "faults", json("{'fault':{'type':'reset'},'times':0}"));
    assertThat(gateway.admin("DELETE", "faults", "").statusCode()).isEqualTo(204);
    assertThat(gateway.json("faults").getJsonArray("faults")).isEmpty();
  }

  @Test
  void aBadFaultIsRefusedWithThePlaceAndNothingIsInForce() throws Exception {
    HttpResponse<String> bad =
        gateway.admin("POST", "faults", json("{'fault':{'type':'error','code':'Nope'}}"));
    assertProblem(bad, 400);
    assertThat(new JsonObject(bad.body()).getString("pointer")).isEqualTo("/fault/code");
    assertProblem(gateway.admin("POST", "faults", ""), 400);
    assertProblem(gateway.admin("POST", "faults", " ".repeat(70_000)), 413);
    assertProblem(gateway.admin("POST", "faults", "<a/>", "Content-Type", "text/xml"), 415);
    assertThat(gateway.json("faults").getJsonArray("faults")).isEmpty();
  }

  @Test
  void noFaultReachesTheAdminApi() throws Exception {
    gateway.admin("POST", "faults", json("{'fault':{'type':'reset'},'times':0}"));
    for (String path : new String[] {"state", "requests", "faults", "products", "health/ready"}) {
      assertThat(gateway.admin("GET", path, "").statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void whatIsNotThereAndWhatMayNotBeDone() throws Exception {
    assertProblem(gateway.admin("GET", "nothing", ""), 404);
    HttpResponse<String> answer = gateway.admin("POST", "state", "{}");
    assertProblem(answer, 405);
    assertThat(answer.headers().firstValue("allow")).hasValue("GET, PUT, PATCH");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  state, Host: evil.example, 403",
    "GET,  state, Host: localhost, 200",
    "GET,  state, Host: gateway.localhost:8080, 200",
    "GET,  state, Host: [::1]:8080, 200",
    "POST, reset, Host: x~Origin: http://evil.example, 403",
    "POST, reset, Host: x~Origin: null, 403",
    "POST, reset, Host: x~Origin: http://x, 204",
    "GET,  health/live, Host: evil.example, 200",
  })
  void aBrowserMayNotBeLedHere(String method, String path, String headers, int status)
      throws Exception {
    assertThat(raw(method, path, headers)).startsWith("HTTP/1.1 " + status + ' ');
  }

  private String raw(String method, String path, String headers) throws IOException {
    String head = method + " /_gateway/" + path + " HTTP/1.1\r\n" + headers.replace("~", "\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      socket
          .getOutputStream()
          .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

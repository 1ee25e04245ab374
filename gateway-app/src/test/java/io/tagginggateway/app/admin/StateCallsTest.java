package io.tagginggateway.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls for parts of the state: one resource, filters, and each notation. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StateCallsTest {
  private static final String DEMO = "state/VpcIpam/cn-hangzhou/IPAM/ipam-uq5dcfc2eqhpf4";
  private static final String ODD_ID = "state/CloudAPI/cn-qingdao/app/a%2Fb%20%E4%B8%AD";

  private final AdminClient gateway = new AdminClient(Map.of());

  @BeforeEach
  void reset() throws Exception {
    gateway.admin("POST", "reset", "");
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  private HttpResponse<String> put(String path, String body, String type) throws Exception {
    return type.isEmpty()
        ? gateway.admin("PUT", path, body)
        : gateway.admin("PUT", path, body, "Content-Type", type);
  }

  private static String detail(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    return new JsonObject(answer.body()).getString("detail");
  }

  @ParameterizedTest
  @CsvSource({
    "json, application/json, application/json",
    "yaml, application/yaml, application/yaml",
    "csv, text/csv, text/csv;charset=utf-8;header=present",
  })
  void whatGetGivesOfOneResourcePutTakes(String format, String accept, String type)
      throws Exception {
    put(
        ODD_ID,
        "{\"tags\":{\"a\":\"1,\\\"2\\\"\\n3\",\"中\":\"\"},\"systemTags\":{\"s\":\"t\"}}",
        "");
    for (String path : new String[] {DEMO, ODD_ID}) {
      HttpResponse<String> given = gateway.admin("GET", path + "?format=" + format, "");
      assertThat(given.statusCode()).as(given.body()).isEqualTo(200);
      assertThat(given.headers().firstValue("content-type")).hasValue(type);
      assertThat(gateway.admin("GET", path, "", "Accept", accept).body()).isEqualTo(given.body());
      String before = gateway.admin("GET", path, "").body();
      assertThat(gateway.admin("DELETE", path, "").statusCode()).isEqualTo(204);
      assertThat(detail(gateway.admin("GET", path, ""), 404)).contains("There is no ");
      HttpResponse<String> taken = put(path, given.body(), accept);
      assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
      assertThat(put(path, given.body(), "").statusCode()).isEqualTo(204);
      assertThat(gateway.admin("GET", path, "").body()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "yaml", "csv"})
  void whatGetGivesOfAllPutTakesWithOrWithoutItsType(String format) throws Exception {
    gateway.ipam("TagResources", "&Tag.1.Key=later&Tag.1.Value=%E4%B8%AD%2C%22");
    gateway.admin("PATCH", "state", "{\"accounts\":[{\"id\":\"2222222222222222\"}]}");
    String before = gateway.admin("GET", "state", "").body();
    HttpResponse<String> given = gateway.admin("GET", "state?format=" + format, "");
    String type = given.headers().firstValue("content-type").orElseThrow();
    for (String said : new String[] {"", type, "text/plain", "application/x-www-form-urlencoded"}) {
      gateway.admin("DELETE", DEMO, "");
      HttpResponse<String> taken = put("state", given.body(), said);
      assertThat(taken.statusCode()).as(taken.body()).isEqualTo(204);
      assertThat(gateway.admin("GET", "state", "").body()).as(said).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "product=VpcIpam | ipam-uq5dcfc2eqhpf4",
        "region=cn-qingdao | 285bb759342649a1b70c2093a772e087",
        "type=ipam | ipam-uq5dcfc2eqhpf4",
        "type=apiGroup&product=CloudAPI | 285bb759342649a1b70c2093a772e087",
        "tag=env | 285bb759342649a1b70c2093a772e087",
        "tag=env:product&tag=owner:zhangsan | 285bb759342649a1b70c2093a772e087",
        "tag=env:other | ",
        "tag=env&tag=FinanceDept | ",
        "region=cn-beijing | ",
        "account=9 | ",
      })
  void filtersLeaveWhatTheyAdmit(String query, String id) throws Exception {
    JsonArray accounts = gateway.json("state?" + query).getJsonArray("accounts");
    if (id == null) {
      assertThat(accounts).isEmpty();
      return;
    }
    assertThat(accounts).hasSize(1);
    assertThat(accounts.getJsonObject(0).getJsonArray("accessKeys")).isEmpty();
    JsonArray resources = accounts.getJsonObject(0).getJsonArray("resources");
    assertThat(resources).hasSize(1);
    assertThat(resources.getJsonObject(0).getString("id")).isEqualTo(id);
  }

  @Test
  void tagOfAFilterMayHaveColons() throws Exception {
    put(DEMO, "{\"tags\":{},\"systemTags\":{\"acs:rm:rgId\":\"rg:1\"}}", "");
    for (String tag : new String[] {"acs:rm:rgId", "acs:rm:rgId:rg:1"}) {
      assertThat(gateway.admin("GET", "state?tag=" + tag, "").body()).contains("ipam-uq5d");
    }
    assertThat(gateway.json("state?tag=acs:rm").getJsonArray("accounts")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state?product=vpcipam | no such product: vpcipam; did you mean VpcIpam?; known: ",
        "state?type=ipams | no such resource type: ipams; did you mean IPAM?; known: ",
        "state?product=CloudAPI&type=apigroup | no such resource type of CloudAPI: apigroup; did",
        "state?region=a_b | No region id: a_b",
        "state?format=jason | no such format: jason; did you mean json?; known: json, yaml, csv",
        "state?tags=a | no such parameter: tags; did you mean tag?; known: account, ",
        "state/VpcIpma/cn-hangzhou/IPAM/x | no such product: VpcIpma; did you mean VpcIpam?",
        "state/VpcIpam/cn_hangzhou/IPAM/x | No region id: cn_hangzhou",
        "state/VpcIpam/cn-hangzhou/IPAMPOL/x | no such resource type of VpcIpam: IPAMPOL; did you",
        "state/VpcIpam/cn-hangzhou/IPAM/x?acount=1 | no such parameter: acount; did you mean acc",
      })
  void namesThatAreUnknownGetTheKnownOnes(String path, String message) throws Exception {
    assertThat(detail(gateway.admin("GET", path, ""), 400)).startsWith(message);
  }

  @Test
  void missingResourceIsToldWithTheOtherPlacesOfItsId() throws Exception {
    String other = DEMO.replace("cn-hangzhou", "cn-beijing");
    assertThat(detail(gateway.admin("GET", other, ""), 404))
        .isEqualTo(
            "There is no IPAM ipam-uq5dcfc2eqhpf4 of VpcIpam in cn-beijing of account"
                + " 1234567890123456. There is VpcIpam/cn-hangzhou/IPAM/ipam-uq5dcfc2eqhpf4 of"
                + " account 1234567890123456.");
    assertThat(gateway.admin("DELETE", other, "").statusCode()).isEqualTo(404);
    assertThat(gateway.admin("GET", DEMO + "?account=2222222222222222", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void resourceOfAnotherAccountIsItsOwn() throws Exception {
    put(DEMO + "?account=2222222222222222", "tags: { a: b }", "");
    assertThat(gateway.json(DEMO + "?account=2222222222222222").getJsonObject("tags").getMap())
        .containsExactly(Map.entry("a", "b"));
    assertThat(gateway.json(DEMO).getJsonObject("tags").getMap()).containsKey("FinanceDept");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | is null; a resource without tags is {\"tags\": {}}",
        "'' | is empty; a resource without tags is {\"tags\": {}}",
        "tags: { 1a: b } | VpcIpam does not allow this tag key: its rule is ",
        "region: cn-beijing | is not the resource of the path: VpcIpam cn-hangzhou IPAM ipam-",
        "name: x | no such field (known here: product, region, ",
        "'product,region,type,id\na,b,c,d' | there is no column account (known: product,region,",
      })
  void badResourceIsRefusedAndNothingChanges(String body, String message) throws Exception {
    String before = gateway.admin("GET", "state", "").body();
    assertThat(detail(put(DEMO, body, ""), 400)).startsWith(message);
    assertThat(gateway.admin("GET", "state", "").body()).isEqualTo(before);
  }

  @Test
  void everyProblemOfABodyIsToldWithLineAndPointer() throws Exception {
    String body =
        """
        accounts:
          - id: "1234567890123456"
            resources:
              - { product: VpcIpan, region: r, type: IPAM, id: i }
              - product: CloudAPI
                region: r
                type: apiGroup
                id: g
                tags:
                  aliyun: x
                  b: http://x
        """;
    HttpResponse<String> answer = put("state", body, "");
    assertThat(detail(answer, 400))
        .startsWith("no such product: VpcIpan; did you mean VpcIpam?")
        .endsWith(" (and 2 more: see errors)");
    JsonArray errors = new JsonObject(answer.body()).getJsonArray("errors");
    assertThat(errors.stream().map(error -> ((JsonObject) error).getInteger("line")))
        .containsExactly(4, 10, 11);
    assertThat(errors.getJsonObject(1).getString("pointer"))
        .isEqualTo("/accounts/0/resources/1/tags/aliyun");
    assertThat(errors.getJsonObject(1).getString("detail"))
        .isEqualTo(
            "CloudAPI does not allow this tag key: its rule is up to 128 characters, not starting"
                + " with aliyun or acs:, without http:// or https:// (InvalidTagKey)");
  }

  @Test
  void yamlThatIsSentAsJsonIsToldWhatItIs() throws Exception {
    assertThat(detail(put("state", "accounts: []", "application/json"), 400))
        .startsWith("The content type says JSON, the body looks like YAML; JSON goes as");
    assertThat(detail(put("state", "null", "application/json"), 400)).startsWith("is null; ");
    assertThat(detail(put("state", "<accounts/>", "application/xml"), 415)).contains("text/csv");
  }

  @Test
  void deletedResourceIsGoneForTheCallsThatCreatedItToo() throws Exception {
    String ipam = vpcIpam("CreateIpam&IpamName=x").getString("IpamId");
    JsonObject row = vpcIpam("ListIpams&IpamIds.1=" + ipam).getJsonArray("Ipams").getJsonObject(0);
    String scope = row.getString("PrivateDefaultScopeId");
    String pool = vpcIpam("CreateIpamPool&IpamScopeId=" + scope).getString("IpamPoolId");
    String region = "state/VpcIpam/cn-hangzhou/";
    assertThat(detail(gateway.admin("DELETE", region + "IPAM/" + ipam, ""), 409))
        .isEqualTo("IPAMPOOL " + pool + " hangs on it: delete that first.");
    assertThat(gateway.admin("GET", region + "IPAM/" + ipam, "").body())
        .contains("\"attributes\":{", "\"IpamName\":\"x\"");
    put(region + "IPAM/" + ipam, "{\"tags\":{\"drift\":\"1\"}}", "");
    assertThat(vpcIpam("ListIpams&IpamIds.1=" + ipam).encode()).contains("\"x\"", "drift");
    for (String path : new String[] {"IPAMPOOL/" + pool, "IPAM/" + ipam}) {
      assertThat(gateway.admin("DELETE", region + path, "").statusCode()).isEqualTo(204);
    }
    assertThat(vpcIpam("ListIpams&IpamIds.1=" + ipam).getInteger("TotalCount")).isZero();
    assertThat(vpcIpam("ListIpamScopes&IpamId=" + ipam).getInteger("TotalCount")).isZero();
    assertThat(gateway.admin("GET", "state", "").body()).doesNotContain(ipam, scope, pool);
  }

  private JsonObject vpcIpam(String query) throws Exception {
    return new JsonObject(
        gateway
            .send(
                "GET", "/?Format=JSON&Version=2023-02-28&RegionId=cn-hangzhou&Action=" + query, "")
            .body());
  }

  @Test
  void otherMethodsAreToldWhichThereAre() throws Exception {
    HttpResponse<String> answer = gateway.admin("POST", DEMO, "{}");
    assertThat(detail(answer, 405)).isEqualTo("Allowed here: GET, PUT, DELETE.");
  }

  @Test
  void tooLargeAResourceIsRefused() throws Exception {
    String body = "{\"tags\":{\"a\":\"" + "x".repeat(1 << 20) + "\"}}";
    assertThat(detail(put(DEMO, body, ""), 413)).contains("1048576 bytes");
  }
}

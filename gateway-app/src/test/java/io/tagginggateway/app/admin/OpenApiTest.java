package io.tagginggateway.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi31;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The description of the admin API, held against what it really answers. */
@Timeout(120)
final class OpenApiTest {
  private static final String BASE = "http://test/openapi.json";
  private static final String RULE = "{\"fault\":{\"type\":\"delay\",\"millis\":1}}";

  private final AdminClient gateway = new AdminClient(Map.of());
  private final Set<String> seen = new HashSet<>();
  private JsonNode document;
  private JsonSchemaFactory schemas;

  @BeforeEach
  void readDocument() throws Exception {
    HttpResponse<String> answer = gateway.admin("GET", "openapi.json", "");
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    document = new JsonMapper().readTree(answer.body());
    schemas =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder
                    .metaSchema(OpenApi31.getInstance())
                    .schemaLoaders(loaders -> loaders.schemas(Map.of(BASE, answer.body()))));
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  /** Asks, and checks that the answer is one that the document tells of. */
  private HttpResponse<String> check(String method, String path, String body, int status)
      throws Exception {
    HttpResponse<String> answer = gateway.admin(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    String template =
        ("/" + path.replaceAll("\\?.*", ""))
            .replaceAll("^/(faults)/.+", "/$1/{id}")
            .replaceAll("^/(state)/.+", "/$1/{product}/{region}/{type}/{id}")
            .replaceAll("^/(products)/.+", "/$1/{code}");
    seen.add(method + " " + template);
    String[] place = {
      "paths", template, method.toLowerCase(Locale.ROOT), "responses", String.valueOf(status)
    };
    JsonNode response = document;
    StringBuilder pointer = new StringBuilder("#");
    for (String name : place) {
      response = response.path(name);
      pointer
          .append('/')
          .append(
              name.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D"));
    }
    assertThat(response.isMissingNode()).as("%s %s", method, pointer).isFalse();
    if (response.path("content").isMissingNode()) {
      assertThat(answer.body()).isEmpty();
      return answer;
    }
    String type =
        answer.headers().firstValue("content-type").orElseThrow().replaceAll("[; ].*", "");
    assertThat(response.path("content").has(type)).as(type + " at " + pointer).isTrue();
    if (type.endsWith("json")) {
      validate(pointer + "/content/" + type.replace("/", "~1") + "/schema", answer.body());
    }
    return answer;
  }

  private void validate(String pointer, String body) {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    JsonSchema schema = schemas.getSchema(SchemaLocation.of(BASE + pointer), config);
    assertThat(schema.validate(body, InputFormat.JSON)).as("%s of %s", pointer, body).isEmpty();
  }

  @Test
  void everyAnswerIsAsTheDocumentSays() throws Exception {
    check("GET", "health/live", "", 200);
    check("GET", "health/ready", "", 200);
    check("HEAD", "health/live", "", 200);
    check("HEAD", "health/ready", "", 200);
    check("GET", "openapi.json", "", 200);
    check("GET", "", "", 200);
    check("GET", "products", "", 200);
    check("GET", "products/VpcIpam", "", 200);
    check("GET", "products/VpcIpam?version=2023-02-28", "", 200);
    check("GET", "products/VpcIpam?version=2023-02-29", "", 404);
    check("GET", "products/Nope", "", 404);
    check("GET", "products/VpcIpam?vversion=1", "", 400);
    gateway.ipam("TagResources", "&Tag.1.Key=k&AccessKeyId=testid&Signature=s");
    gateway.ipam("Nope", "");
    check("GET", "requests", "", 200);
    check("GET", "requests?limit=-1", "", 400);
    check("GET", "requests/count", "", 200);
    check("GET", "requests?acton=x", "", 400);
    check("GET", "requests?product=VpcIpam&status=404&since=1h&method=GET", "", 200);
    check("GET", "requests/stream?fault=htlm", "", 400);
    HttpResponse<InputStream> stream = gateway.open("requests/stream");
    stream.body().close();
    assertThat(stream.headers().firstValue("content-type").orElseThrow())
        .startsWith("text/event-stream");
    seen.add("GET /requests/stream");
    String verify = "#/paths/~1requests~1verify/post/requestBody/content/application~1json/schema";
    for (String asked :
        new String[] {
          "{}",
          "{\"match\":{\"product\":\"VpcIpam\",\"action\":\"TagResources\",\"status\":200,"
              + "\"parameters\":{\"Tag.1.Key\":\"k\",\"Tag.2.Key\":null}},\"times\":{\"exactly\":1}}",
          "{\"match\":{\"resourceId\":\"other\"},\"times\":{\"atLeast\":1,\"atMost\":2}}"
        }) {
      validate(verify, asked);
      check("POST", "requests/verify", asked, 200);
    }
    check("POST", "requests/verify", "{\"times\":{}}", 400);
    check("POST", "requests/verify", "{\"match\":{\"parameters\":{\"Signature\":\"s\"}}}", 400);
    check("POST", "requests/verify", " ".repeat(70_000), 413);
    check("DELETE", "requests", "", 204);
    String state = check("GET", "state", "", 200).body();
    check("GET", "state?acount=1", "", 400);
    validate("#/paths/~1state/put/requestBody/content/application~1json/schema", state);
    check("PUT", "state", state, 204);
    check("PUT", "state", "{\"accounts\":1}", 400);
    check("PATCH", "state", "{}", 204);
    check("POST", "reset", "", 204);
    String one = "state/VpcIpam/cn-hangzhou/IPAM/x";
    check("GET", "state?product=VpcIpam&region=cn-hangzhou&type=IPAM&tag=a&format=yaml", "", 200);
    check("GET", "state?format=csv", "", 200);
    check("GET", one, "", 404);
    check("PUT", one, "{\"tags\":{\"a\":\"b\"}}", 201);
    check("PUT", one, check("GET", one, "", 200).body(), 204);
    check("GET", one + "?format=yaml", "", 200);
    check("GET", one + "?format=csv", "", 200);
    check("PUT", one, "{}{}", 400);
    check("DELETE", one, "", 204);
    check("DELETE", one, "", 404);
    check("GET", "state/Nope/cn-hangzhou/IPAM/x", "", 400);
    check("GET", "metrics", "", 200);
  }

  @Test
  void everyFaultIsAsTheDocumentSays() throws Exception {
    String newRule = "#/paths/~1faults/post/requestBody/content/application~1json/schema";
    for (String rule :
        new String[] {
          RULE,
          "{\"fault\":{\"type\":\"reset\"}}",
          "{\"fault\":{\"type\":\"expire-token\"}}",
          "{\"fault\":{\"type\":\"page-size\",\"size\":1}}",
          "{\"fault\":{\"type\":\"truncate\",\"bytes\":40}}",
          "{\"fault\":{\"type\":\"html\"}}",
          "{\"fault\":{\"type\":\"delay\",\"millis\":1,\"maxMillis\":2}}",
          "{\"fault\":{\"type\":\"envelope\"}}",
          "{\"fault\":{\"type\":\"body\",\"content\":{\"a\":1},\"contentType\":\"a/b\",\"status\":429}}",
          "{\"fault\":{\"type\":\"garbage\"}}",
          "{\"fault\":{\"type\":\"dribble\",\"millis\":100}}",
          "{\"fault\":{\"type\":\"empty\"},\"match\":{\"parameters\":{\"ResourceId.1\":\"x\"}}}",
          "{\"fault\":{\"type\":\"html\",\"status\":502},\"phase\":\"after\",\"skip\":1}",
          "{\"match\":{\"product\":\"VpcIpam\",\"action\":\"TagResources\",\"accessKeyId\":\"k\","
              + "\"account\":\"a\"},\"fault\":{\"type\":\"error\",\"code\":\"Odd\",\"status\":429,"
              + "\"message\":\"m\"},\"times\":0,\"probability\":0.5,\"seed\":7}"
        }) {
      validate(newRule, rule);
      check("POST", "faults", rule, 201);
    }
    check("POST", "faults", "{}", 400);
    check("GET", "faults", "", 200);
    check("GET", "faults/fault-1", "", 200);
    check("GET", "faults/nope", "", 404);
    check("DELETE", "faults/fault-1", "", 204);
    check("DELETE", "faults/nope", "", 404);
    check("DELETE", "faults", "", 204);
  }

  @Test
  void everyOperationIsAsked() throws Exception {
    everyAnswerIsAsTheDocumentSays();
    everyFaultIsAsTheDocumentSays();
    Set<String> described = new HashSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (!method.getKey().equals("parameters")) {
          described.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    assertThat(seen).isEqualTo(described);
  }
}

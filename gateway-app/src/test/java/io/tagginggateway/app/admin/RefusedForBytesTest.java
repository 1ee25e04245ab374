package io.tagginggateway.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Wherever a request runs out of the bytes that callers may hold, journal and metrics have one
 * record of it: that of the answer which its client was sent.
 */
@Timeout(60)
final class RefusedForBytesTest {
  private static final int KEYS = 20;
  private static final String ONE =
      "Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM&Action=ListTagResources"
          + "&ResourceId.1=ipam-1";

  /** Four bytes are kept for each character of a request that waits: more than there are. */
  private static final String LONG = ONE + "&Note=" + "x".repeat(100_000);

  @TempDir Path work;
  private AdminClient gateway;

  @BeforeEach
  void start() throws Exception {
    Path fixtures = work.resolve("fixtures.json");
    Files.writeString(fixtures, fixtures());
    gateway =
        new AdminClient(
            Map.of(
                "limits.memory",
                "512KiB",
                "fixtures",
                fixtures.toString(),
                // Nothing listens there, and nothing is sent there.
                "forward.url",
                "http://127.0.0.1:9"));
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  /** A list of all plugins with their tags is some 500 KB. */
  private static String fixtures() {
    JsonObject tags = new JsonObject();
    for (int key = 0; key < KEYS; key++) {
      tags.put("key-" + key, "值".repeat(120));
    }
    JsonArray resources = new JsonArray().add(resource("VpcIpam", "IPAM", "ipam-1", tags));
    for (int id = 0; id < 50; id++) {
      resources.add(resource("CloudAPI", "plugin", "plugin-" + id, tags));
    }
    JsonObject account = new JsonObject().put("id", "1234567890123456").put("resources", resources);
    return new JsonObject().put("accounts", new JsonArray().add(account)).encode();
  }

  private static JsonObject resource(String product, String type, String id, JsonObject tags) {
    return new JsonObject()
        .put("product", product)
        .put("region", "cn-hangzhou")
        .put("type", type)
        .put("id", id)
        .put("tags", tags);
  }

  private void fault(String fault) throws Exception {
    String rule = ("{'fault':" + fault + "}").replace('\'', '"');
    assertThat(gateway.admin("POST", "faults", rule).statusCode()).isEqualTo(201);
  }

  private HttpResponse<String> get(String query) throws Exception {
    return gateway.send("GET", "/?" + query, "");
  }

  private void assertRefusedAndRecordedOnce(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("ServiceUnavailable", "as many bytes");
    assertRecordedOnce(503, "ServiceUnavailable");
  }

  private void assertRecordedOnce(int status, String code) throws Exception {
    JsonArray entries = gateway.json("requests").getJsonArray("requests");
    assertThat(entries).hasSize(1);
    assertThat(entries.getJsonObject(0).getInteger("status")).isEqualTo(status);
    assertThat(entries.getJsonObject(0).getString("code")).isEqualTo(code);
    String metrics = gateway.admin("GET", "metrics", "").body();
    assertThat(sum(metrics, "requests_total")).isEqualTo(1);
    assertThat(sum(metrics, "request_duration_seconds_count")).isEqualTo(1);
    if (code != null) {
      assertThat(metrics).containsPattern("requests_total\\{[^}]*" + code + "[^}]*} 1");
    }
    assertThat(metrics).containsPattern("tagging_gateway_requests_waiting 0");
  }

  private static double sum(String metrics, String name) {
    return Pattern.compile("(?m)^tagging_gateway_" + name + "\\{[^}]*} (\\S+)$")
        .matcher(metrics)
        .results()
        .map((MatchResult found) -> found.group(1))
        .mapToDouble(Double::parseDouble)
        .sum();
  }

  @Test
  void anAnswer() throws Exception {
    StringBuilder all =
        new StringBuilder("Version=2016-07-14&ResourceType=plugin&Action=ListTagResources");
    for (int key = 0; key < KEYS; key++) {
      all.append("&Tag.").append(key + 1).append(".Key=key-").append(key);
    }
    assertRefusedAndRecordedOnce(get(all.toString()));
  }

  @Test
  void aBody() throws Exception {
    HttpResponse<String> answer =
        gateway.send(
            "POST",
            "/?" + ONE,
            "Note=" + "x".repeat(90_000),
            "content-type",
            "application/x-www-form-urlencoded");
    assertRefusedAndRecordedOnce(answer);
  }

  @Test
  void aDelay() throws Exception {
    fault("{'type':'delay','millis':60000}");
    assertRefusedAndRecordedOnce(get(LONG));
  }

  @Test
  void aRequestThatIsToBeForwarded() throws Exception {
    assertRefusedAndRecordedOnce(
        gateway.send(
            "GET", "/?" + LONG.replace("ListTagResources", "DescribeWhatIsNotPlayed"), ""));
  }

  /** What cannot be sent slowly is sent at once, and is the answer that stands there. */
  @Test
  void aDribble() throws Exception {
    fault("{'type':'dribble','millis':60000}");
    assertThat(get(LONG).body()).contains("ipam-1", "key-1");
    assertRecordedOnce(200, null);
  }
}

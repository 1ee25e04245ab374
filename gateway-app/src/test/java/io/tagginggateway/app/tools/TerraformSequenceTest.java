package io.tagginggateway.app.tools;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.RawClient;
import io.tagginggateway.app.testing.RawResponse;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole runs of Terraform, call by call from create to destroy, in strict mode with real
 * signatures. After each call the store holds what the calls until then say, and nothing else. The
 * ids are those that this gateway makes.
 */
final class TerraformSequenceTest {
  private static final Pattern CALL =
      Pattern.compile(
          "[0-9]{4} \\S+ https? POST (\\S+)-(\\w+) \\[\\w+\\] HTTP/1.1 ([0-9]+) .*?(\\{.*)");
  private static final Map<String, String> HOSTS =
      Map.of(
          "VpcIpam", "vpcipam.cn-hangzhou.aliyuncs.com",
          "CloudAPI", "apigateway.cn-hangzhou.aliyuncs.com");

  /** By what a call creates: its type, and the field that holds its id. */
  private static final Map<String, List<String>> CREATED =
      Map.of(
          "CreateIpam", List.of("IPAM", "IpamId"),
          "CreateIpamScope", List.of("IPAMSCOPE", "IpamScopeId"),
          "CreateIpamPool", List.of("IPAMPOOL", "IpamPoolId"),
          "CreateApp", List.of("app", "AppId"),
          "CreatePlugin", List.of("plugin", "PluginId"),
          "CreateApiGroup", List.of("apiGroup", "GroupId"));

  /** Has a resource, since a start without any warns. */
  private static final String OTHER_ACCOUNT = "2222222222222222";

  @RegisterExtension static final GatewayExtension OPEN = strict("open");
  @RegisterExtension static final GatewayExtension DECLARED = strict("declared");

  private static GatewayExtension strict(String resources) {
    return new GatewayExtension()
        .set("auth.mode", "strict")
        .set("resources", resources)
        .fixtures(
            """
            accounts:
              - id: "1234567890123456"
                accessKeys:
                  - { id: testid, secret: testsecret }
                  - { id: sts.testid, secret: testsecret, securityToken: "teststs/token+==" }
              - id: "%s"
                resources:
                  - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: i }
            """
                .formatted(OTHER_ACCOUNT));
  }

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> expected = new TreeMap<>();

  @ParameterizedTest
  @CsvSource({
    "http-endpoints, open, 250",
    "http-endpoints, declared, 250",
    "https-proxy-sts, open, 42",
    "https-proxy-sts, declared, 42",
    "minimal-answers, open, 46",
    "minimal-answers, declared, 46"
  })
  void goesThroughAndLeavesNothing(String log, String resources, int least) throws Exception {
    GatewayExtension gateway = resources.equals("open") ? OPEN : DECLARED;
    ToolClient client =
        log.contains("sts")
            ? new ToolClient(gateway, "sts.testid", "testsecret", "teststs/token+==")
            : new ToolClient(gateway, "testid", "testsecret", "");
    int calls = 0;
    for (String line : lines("terraform-sequence." + log + ".log")) {
      Matcher call = CALL.matcher(line);
      if (call.matches()) {
        play(client, call);
        assertThat(stored(gateway)).as(line).isEqualTo(expected);
        calls++;
      } else {
        assertThat(line).doesNotContain("HTTP/1.1 200");
      }
    }
    assertThat(calls).isGreaterThanOrEqualTo(least);
    assertThat(expected).isEmpty();
  }

  private void play(ToolClient client, Matcher call) throws IOException {
    String action = call.group(2);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : json.readTree(call.group(4)).properties()) {
      String sent = entry.getValue().asText();
      parameters.put(entry.getKey(), ids.getOrDefault(sent, sent));
    }
    String host = HOSTS.getOrDefault(call.group(1), call.group(1));
    RawResponse answer = client.ask(host, parameters, Instant.now());
    assertThat(answer.status())
        .as(action + parameters + answer.text())
        .isEqualTo(Integer.parseInt(call.group(3)));
    if (answer.status() == 200) {
      expect(action, parameters, json.readTree(answer.text()));
    }
  }

  /** Notes what the store has to hold after a call. */
  private void expect(String action, Map<String, String> parameters, JsonNode answer) {
    List<String> created = CREATED.get(action);
    if (created != null) {
      String id = answer.path(created.get(1)).asText();
      assertThat(id).isNotEmpty();
      learn(created.get(1), id);
      expected.put(created.get(0) + " " + id, tags(parameters));
    } else if (action.startsWith("Delete")) {
      String id =
          parameters.entrySet().stream()
              .filter(entry -> entry.getKey().endsWith("Id") && !entry.getKey().equals("RegionId"))
              .findFirst()
              .orElseThrow()
              .getValue();
      expected.keySet().removeIf(key -> key.endsWith(" " + id));
      if (action.equals("DeleteIpam")) {
        expected.keySet().removeIf(key -> key.startsWith("IPAMSCOPE "));
      }
    } else if (action.equals("TagResources")) {
      of(parameters).putAll(tags(parameters));
    } else if (action.equals("UntagResources")) {
      Map<String, String> tags = of(parameters);
      parameters.forEach(
          (name, value) -> {
            if (name.startsWith("TagKey.")) {
              tags.remove(value);
            }
          });
    } else if (action.equals("ListIpams")) {
      answer.path("Ipams").forEach(this::learnScopes);
    }
  }

  /** An IPAM brings two scopes, which nobody tags. */
  private void learnScopes(JsonNode ipam) {
    String scope = ipam.path("PrivateDefaultScopeId").asText();
    assertThat(scope).startsWith("ipam-scope-");
    pending.forEach(
        (old, field) -> {
          if (field.equals("PrivateDefaultScopeId")) {
            ids.put(old, scope);
          }
        });
  }

  private final Map<String, String> pending = new LinkedHashMap<>();

  private void learn(String field, String id) {
    for (Map.Entry<String, String> old : new ArrayList<>(pending.entrySet())) {
      if (old.getValue().equals(field) && !ids.containsKey(old.getKey())) {
        ids.put(old.getKey(), id);
        return;
      }
    }
  }

  private Map<String, String> of(Map<String, String> parameters) {
    return Objects.requireNonNull(
        expected.get(parameters.get("ResourceType") + " " + parameters.get("ResourceId.1")));
  }

  private static Map<String, String> tags(Map<String, String> parameters) {
    Map<String, String> tags = new TreeMap<>();
    parameters.forEach(
        (name, key) -> {
          if (name.matches("Tag\\.[0-9]+\\.Key")) {
            tags.put(key, parameters.getOrDefault(name.replace(".Key", ".Value"), ""));
          }
        });
    return tags;
  }

  private List<String> lines(String file) throws IOException, URISyntaxException {
    Path path =
        Path.of(
            Objects.requireNonNull(
                    TerraformSequenceTest.class.getResource("/captures/tools/" + file))
                .toURI());
    List<String> lines = Files.readAllLines(path);
    for (String line : lines) {
      Matcher old =
          Pattern.compile(
                  "\"(IpamIds\\.1|IpamScopeIds\\.1|IpamPoolIds\\.1|IpamId|IpamScopeId|AppId|PluginId|GroupId)\":"
                      + " \"([^\"]+)\"")
              .matcher(line);
      while (old.find()) {
        String field = old.group(1).replace("Ids.1", "Id");
        boolean brought = old.group(2).startsWith("ipam-scope-pri");
        pending.putIfAbsent(old.group(2), brought ? "PrivateDefaultScopeId" : field);
      }
    }
    return lines;
  }

  /** What the gateway holds, but for the scopes that came with an IPAM. */
  private Map<String, Map<String, String>> stored(GatewayExtension gateway) throws IOException {
    String state;
    try (RawClient client = gateway.connect()) {
      client.send("GET /_gateway/state HTTP/1.0\r\nHost: localhost\r\n\r\n");
      state = client.readToEnd().split("\r\n\r\n", 2)[1];
    }
    byte[] bytes = state.getBytes(ISO_8859_1);
    Map<String, Map<String, String>> stored = new TreeMap<>();
    for (JsonNode account : json.readTree(bytes).path("accounts")) {
      if (account.path("id").asText().equals(OTHER_ACCOUNT)) {
        continue;
      }
      for (JsonNode resource : account.path("resources")) {
        if (!resource.path("along").asBoolean()) {
          Map<String, String> tags = new TreeMap<>();
          resource
              .path("tags")
              .properties()
              .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
          stored.put(resource.path("type").asText() + " " + resource.path("id").asText(), tags);
        }
      }
    }
    return stored;
  }
}

package io.tagginggateway.app.hint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.RawClient;
import io.tagginggateway.app.testing.RawResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Requests with mistakes in them, and what is said of them. */
final class Mistakes {
  /** Two accounts, of which the second has something that the first may not hear of. */
  static final String FIXTURES =
      """
      accounts:
        - id: "1234567890123456"
          accessKeys:
            - { id: testid, secret: testsecret }
            - { id: sts.testid, secret: testsecret, securityToken: "teststs/token+==" }
            - { id: over, secret: testsecret, securityToken: tok, securityTokenExpires: "2020-01-01T00:00:00Z" }
            - { id: off, secret: testsecret, disabled: true }
          resources:
            - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: ipam-1, tags: { team: net, env: prod } }
            - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: ipam-2, tags: { team: shop } }
            - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: ipam-bare }
            - { product: VpcIpam, region: cn-hangzhou, type: IPAMSCOPE, id: scope-1, tags: { a: b } }
            - { product: CloudAPI, region: cn-qingdao, type: apiGroup, id: orders, tags: { team: shop } }
            - { product: CloudAPI, region: cn-qingdao, type: plugin, id: p-1, tags: { team: shop } }
            - { product: Ecs, region: cn-hangzhou, type: instance, id: i-1, tags: { a: b } }
        - id: "6543210987654321"
          accessKeys:
            - { id: other-key, secret: othersecret }
          resources:
            - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: ipam-hidden, tags: { hush: hush } }
            - { product: Ecs, region: cn-beijing, type: instance, id: i-hidden, tags: { hush: hush } }
      """;

  private Mistakes() {}

  /** The answer, once it is checked that the journal tells the same hint or more. */
  static Told ask(GatewayExtension gateway, String request) throws IOException {
    RawResponse answer = gateway.ask(request);
    String id = answer.header("x-acs-request-id");
    String search =
        "GET /_gateway/requests?requestId="
            + id
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    try (RawClient client = gateway.connect()) {
      client.send(search);
      // One chunk, since it is one entry.
      String found = new String(client.readToEnd().getBytes(ISO_8859_1), UTF_8);
      int start = found.indexOf("{\"requests\"");
      return new Told(answer, found.substring(start, found.lastIndexOf('}') + 1));
    }
  }

  /**
   * What came of a request.
   *
   * @param answer the answer to the client
   * @param journal what the journal tells of it, as it was sent
   */
  record Told(RawResponse answer, String journal) {
    /** The hint in the header; empty if there is none. */
    String header() {
      return answer.header("x-tagging-gateway-hint");
    }

    /** The hint in the journal. */
    String hint() {
      JsonArray requests = new JsonObject(journal).getJsonArray("requests");
      return Objects.requireNonNullElse(requests.getJsonObject(0).getString("hint"), "");
    }
  }

  /** The parameters of a line, where {@code ~} stands for the common ones of a product. */
  static String query(String line) {
    return line.replace("~ipam", "Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM")
        .replace("~api", "Version=2016-07-14&RegionId=cn-qingdao&ResourceType=apiGroup")
        .replace("~ids", numbered("ResourceId", 51))
        .replace("~tags", tags(21));
  }

  private static String numbered(String name, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      text.append(i == 1 ? "" : "&").append(name).append('.').append(i).append("=r").append(i);
    }
    return text.toString();
  }

  private static String tags(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      text.append(i == 1 ? "" : "&").append("Tag.").append(i).append(".Key=k").append(i);
    }
    return text.toString();
  }

  /** Nothing of the second account. */
  static final List<String> FOREIGN =
      List.of("6543210987654321", "hidden", "hush", "other-key", "othersecret");

  /** Nothing that proves who somebody is. */
  static final List<String> SECRETS = List.of("testsecret", "othersecret", "teststs/token");
}

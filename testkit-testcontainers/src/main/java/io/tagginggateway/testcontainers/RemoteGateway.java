package io.tagginggateway.testcontainers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A gateway that runs in another process: what a test arranges, spoils and checks there. Any thread
 * may use it. What the gateway refuses is an {@link IllegalArgumentException} with its reason; a
 * gateway that cannot be reached is an {@link java.io.UncheckedIOException}.
 */
public final class RemoteGateway {
  private static final String DEFAULT_ACCOUNT = "1234567890123456";
  private static final String DEFAULT_REGION = "cn-hangzhou";

  /** What the admin API filters by; every other name is that of a parameter. */
  private static final Set<String> FIELDS =
      Set.of(
          "product",
          "action",
          "region",
          "account",
          "accessKeyId",
          "code",
          "status",
          "host",
          "method",
          "resourceId",
          "resourceType",
          "requestId",
          "since",
          "fault",
          "hint");

  private final AdminClient admin;
  private final String account;
  private final String region;

  /**
   * The gateway at an address, in its default account and region.
   *
   * @param url such as {@code http://127.0.0.1:8080}
   * @param adminToken its {@code admin.token}; empty if it has none
   */
  public RemoteGateway(String url, String adminToken) {
    this(new AdminClient(url, adminToken), DEFAULT_ACCOUNT, DEFAULT_REGION);
  }

  private RemoteGateway(AdminClient admin, String account, String region) {
    this.admin = admin;
    this.account = account;
    this.region = region;
  }

  /** The same in another account. */
  public RemoteGateway account(String id) {
    return new RemoteGateway(admin, id, region);
  }

  /** The same in another region, such as {@code cn-qingdao}. */
  public RemoteGateway region(String id) {
    return new RemoteGateway(admin, account, id);
  }

  /** Makes a resource with exactly these tags, or gives them to the one that is there. */
  public RemoteGateway put(String product, String type, String id, Map<String, String> tags) {
    Map<String, Object> resource =
        Map.of("product", product, "region", region, "type", type, "id", id, "tags", tags);
    // An account's id stands before its resources.
    Map<String, Object> declared = new LinkedHashMap<>();
    declared.put("id", account);
    declared.put("resources", List.of(resource));
    return load(Map.of("accounts", List.of(declared)));
  }

  /** Adds all that a fixture holds, wherever it says, until the next reset. */
  public RemoteGateway load(Map<String, ?> fixture) {
    admin.send("PATCH", "state", fixture);
    return this;
  }

  /** The user's tags of a resource by key; empty if it has none or is not there. */
  public Map<String, String> tags(String product, String type, String id) {
    Map<String, String> tags = new TreeMap<>();
    Map<String, String> query =
        Map.of("account", account, "product", product, "region", region, "type", type);
    for (JsonNode one : admin.get("state", query).path("accounts")) {
      for (JsonNode resource : one.path("resources")) {
        if (resource.path("id").asText().equals(id)) {
          resource
              .path("tags")
              .properties()
              .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        }
      }
    }
    return tags;
  }

  /** Goes back to the fixtures, and forgets requests and faults. */
  public void reset() {
    admin.send("POST", "reset", null);
  }

  /** Answers the next {@code times} requests to a product by an error of it. */
  public void fail(String product, String code, int times) {
    inject(Map.of("product", product), Map.of("type", "error", "code", code), times);
  }

  /**
   * Spoils requests.
   *
   * @param match which, by {@code product}, {@code action}, {@code accessKeyId}, {@code account}
   *     and {@code parameters}
   * @param fault how, as the admin API writes it: {@code Map.of("type", "delay", "millis", 500)}
   * @param times how many; 0 is for ever
   */
  public void inject(Map<String, ?> match, Map<String, ?> fault, int times) {
    admin.send("POST", "faults", Map.of("match", match, "fault", fault, "times", times));
  }

  /**
   * What was asked until now, the oldest first.
   *
   * @param filter by {@code product}, {@code action}, {@code accessKeyId}, {@code account} and
   *     {@code code}
   */
  public List<AskedRequest> requests(Map<String, String> filter) {
    List<AskedRequest> requests = new ArrayList<>();
    for (JsonNode entry : admin.get("requests", filter).path("requests")) {
      requests.add(AskedRequest.of(entry));
    }
    Collections.reverse(requests);
    return List.copyOf(requests);
  }

  /**
   * Fails unless there were exactly {@code times} such requests.
   *
   * @param filter as of {@link #requests}, and {@code region}, {@code resourceId}, {@code
   *     resourceType}, {@code status}, {@code host}, {@code method}, {@code fault}; other names are
   *     parameters, such as {@code ResourceId.1}
   * @throws AssertionError with the requests that come closest, and what differs
   * @throws IllegalArgumentException if it names what nobody knows, with the nearest
   */
  public void verify(int times, Map<String, String> filter) {
    Map<String, Object> match = new LinkedHashMap<>();
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, String> wanted : filter.entrySet()) {
      if (FIELDS.contains(wanted.getKey())) {
        match.put(wanted.getKey(), wanted.getValue());
      } else {
        parameters.put(wanted.getKey(), wanted.getValue());
      }
    }
    if (!parameters.isEmpty()) {
      match.put("parameters", parameters);
    }
    JsonNode result =
        admin.send(
            "POST", "requests/verify", Map.of("match", match, "times", Map.of("exactly", times)));
    if (!result.path("verified").asBoolean()) {
      throw new AssertionError(message(times, filter, result));
    }
  }

  private static String message(int times, Map<String, String> filter, JsonNode result) {
    StringBuilder text = new StringBuilder("expected exactly " + times + " of: ");
    text.append(new TreeMap<>(filter)).append("\n     got ").append(result.path("matched").asInt());
    for (JsonNode miss : result.path("closest")) {
      text.append("\n  ").append(AskedRequest.of(miss.path("request")));
      for (JsonNode difference : miss.path("differs")) {
        String field = difference.path("field").asText();
        text.append("\n    - ").append(field).append(": ").append(shown(difference, "expected"));
        text.append("\n    + ").append(field).append(": ").append(shown(difference, "got"));
      }
    }
    return text.toString();
  }

  private static String shown(JsonNode difference, String side) {
    return difference.path(side).asText("(not there)");
  }
}

package io.tagginggateway.testcontainers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A gateway that runs in another process: what a test arranges, spoils and checks there. Any thread
 * may use it. What the gateway refuses is an {@link IllegalArgumentException} with its reason; a
 * gateway that cannot be reached is an {@link java.io.UncheckedIOException}.
 */
public final class RemoteGateway {
  private static final String DEFAULT_ACCOUNT = "1234567890123456";
  private static final String DEFAULT_REGION = "cn-hangzhou";
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
    for (JsonNode one : admin.get("state", Map.of("account", account)).path("accounts")) {
      for (JsonNode resource : one.path("resources")) {
        if (resource.path("product").asText().equals(product)
            && resource.path("region").asText().equals(region)
            && resource.path("type").asText().equalsIgnoreCase(type)
            && resource.path("id").asText().equals(id)) {
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
   * @param match which, by {@code product}, {@code action}, {@code accessKeyId} and {@code account}
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
   * @param filter as of {@link #requests}; further names are parameters, such as {@code
   *     ResourceId.1}
   * @throws AssertionError with the requests that come closest, and what differs
   */
  public void verify(int times, Map<String, String> filter) {
    Map<String, String> wanted = new HashMap<>(filter);
    List<AskedRequest> all = requests(Map.of());
    long matched = all.stream().filter(request -> request.differs(wanted).isEmpty()).count();
    if (matched != times) {
      StringBuilder message =
          new StringBuilder("expected " + times + " of " + wanted + "; got " + matched);
      all.stream()
          .filter(request -> !request.differs(wanted).isEmpty())
          .sorted((a, b) -> a.differs(wanted).size() - b.differs(wanted).size())
          .limit(3)
          .forEach(request -> message.append("\n  closest: ").append(request.differs(wanted)));
      throw new AssertionError(message);
    }
  }
}

package io.tagginggateway.clients;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** One step of a scenario, turned into the parameters of a request. */
final class Step {
  private static final Map<String, String> ACTIONS =
      Map.of("tag", "TagResources", "untag", "UntagResources", "list", "ListTagResources");

  private final JsonNode step;
  private final Call.Product product;

  Step(JsonNode step, Call.Product product) {
    this.step = step;
    this.product = product;
  }

  boolean lists() {
    return step.path("do").asText().equals("list");
  }

  String fault() {
    return step.path("fault").asText("");
  }

  String action() {
    return ACTIONS.get(step.path("do").asText());
  }

  /** The page size of API Gateway is the gateway's own, so there is no MaxResults for it. */
  Map<String, String> query(String token) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("RegionId", product.region());
    if (!step.path("type").isNull()) {
      query.put("ResourceType", product.type());
    }
    if (step.has("max") && product.code().equals("VpcIpam")) {
      query.put("MaxResults", step.path("max").asText());
    }
    if (step.path("all").asBoolean()) {
      query.put("All", "true");
    }
    if (!token.isEmpty()) {
      query.put("NextToken", token);
    }
    number(query, "ResourceId", step.path("ids"));
    number(query, "TagKey", step.path("keys"));
    JsonNode tags = step.path("tags");
    for (int n = 0; n < tags.size(); n++) {
      query.put("Tag." + (n + 1) + ".Key", tags.path(n).path(0).asText());
      if (tags.path(n).has(1)) {
        query.put("Tag." + (n + 1) + ".Value", tags.path(n).path(1).asText());
      }
    }
    return query;
  }

  private static void number(Map<String, String> query, String name, JsonNode values) {
    for (int n = 0; n < values.size(); n++) {
      query.put(name + "." + (n + 1), values.path(n).asText());
    }
  }
}

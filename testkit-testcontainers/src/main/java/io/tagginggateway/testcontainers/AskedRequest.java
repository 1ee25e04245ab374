package io.tagginggateway.testcontainers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that a gateway answered. What it did not come to is null.
 *
 * @param time when its answer was sent
 * @param product the product code, such as {@code CloudAPI}
 * @param action the action that it named, such as {@code ListTagResources}
 * @param account the account of the caller
 * @param accessKeyId the AccessKeyId that it named
 * @param parameters those of query and form, in their order; signatures and tokens are masked
 * @param status the HTTP status; 0 if the connection was reset
 * @param code the error code, or null if there was none
 * @param rows how many rows of tags the answer listed
 */
public record AskedRequest(
    Instant time,
    @Nullable String product,
    @Nullable String action,
    @Nullable String account,
    @Nullable String accessKeyId,
    Map<String, String> parameters,
    int status,
    @Nullable String code,
    int rows) {

  static AskedRequest of(JsonNode entry) {
    Map<String, String> parameters = new LinkedHashMap<>();
    entry
        .path("parameters")
        .properties()
        .forEach(parameter -> parameters.put(parameter.getKey(), parameter.getValue().asText()));
    return new AskedRequest(
        Instant.parse(entry.path("time").asText()),
        entry.path("product").asText(null),
        entry.path("action").asText(null),
        entry.path("account").asText(null),
        entry.path("accessKeyId").asText(null),
        Collections.unmodifiableMap(parameters),
        entry.path("status").asInt(),
        entry.path("code").asText(null),
        entry.path("rows").asInt());
  }
}

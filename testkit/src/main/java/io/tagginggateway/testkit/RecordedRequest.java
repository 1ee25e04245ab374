package io.tagginggateway.testkit;

import io.tagginggateway.app.journal.JournalEntry;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that the gateway answered. What it did not come to is null: a request of no known
 * product has no region, one without a key no accessKeyId.
 *
 * @param time when its answer was sent
 * @param requestId the RequestId in its answer
 * @param product the product code, such as {@code CloudAPI}
 * @param region the region it worked in
 * @param account the account of the caller
 * @param accessKeyId the AccessKeyId that it named
 * @param action the action that it named, such as {@code ListTagResources}
 * @param parameters those of query and form, in their order; signatures and tokens are masked
 * @param format {@code JSON} or {@code XML}
 * @param status the HTTP status; 0 if the connection was reset
 * @param code the error code, or null if there was none
 * @param rows how many rows of tags the answer listed
 */
public record RecordedRequest(
    Instant time,
    String requestId,
    @Nullable String product,
    @Nullable String region,
    @Nullable String account,
    @Nullable String accessKeyId,
    @Nullable String action,
    Map<String, String> parameters,
    String format,
    int status,
    @Nullable String code,
    int rows) {

  static RecordedRequest of(JournalEntry entry) {
    Map<String, String> parameters = new LinkedHashMap<>();
    entry.parameters().forEach(parameters::putIfAbsent);
    return new RecordedRequest(
        Instant.ofEpochMilli(entry.time()),
        entry.requestId(),
        entry.product(),
        entry.region(),
        entry.account(),
        entry.accessKeyId(),
        entry.action(),
        Collections.unmodifiableMap(parameters),
        entry.format().name(),
        entry.status(),
        entry.code(),
        entry.rows());
  }

  /** The value of a parameter, or null if it was not sent. */
  public @Nullable String parameter(String name) {
    return parameters.get(name);
  }
}

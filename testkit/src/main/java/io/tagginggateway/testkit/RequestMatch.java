package io.tagginggateway.testkit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are meant: those that have all that was said. Each method gives a new match.
 *
 * <pre>{@code
 * gateway.verify(2, listTagResources().product(CLOUD_API).resourceId("orders"));
 * }</pre>
 *
 * <p>A product, operation or code that nobody knows is an {@link IllegalArgumentException} when it
 * is asked for, with the nearest one: it would match nothing, and say nothing.
 */
public final class RequestMatch {
  private final Map<String, String> fields;
  private final Map<String, @Nullable String> parameters;

  private RequestMatch(Map<String, String> fields, Map<String, @Nullable String> parameters) {
    this.fields = fields;
    this.parameters = parameters;
  }

  /** Every request. */
  public static RequestMatch anyRequest() {
    return new RequestMatch(Map.of(), Map.of());
  }

  /** Requests of an operation, in any case: see {@link TagOperations}. */
  public static RequestMatch operation(String name) {
    return anyRequest().with("action", name);
  }

  /** Requests of ListTagResources. */
  public static RequestMatch listTagResources() {
    return operation(TagOperations.LIST_TAG_RESOURCES);
  }

  /** Requests of TagResources. */
  public static RequestMatch tagResources() {
    return operation(TagOperations.TAG_RESOURCES);
  }

  /** Requests of UntagResources. */
  public static RequestMatch untagResources() {
    return operation(TagOperations.UNTAG_RESOURCES);
  }

  /** Those to a product: see {@link ProductCodes}. */
  public RequestMatch product(String code) {
    return with("product", code);
  }

  /** Those that worked in a region. */
  public RequestMatch region(String id) {
    return with("region", id);
  }

  /** Those of callers of an account. */
  public RequestMatch account(String id) {
    return with("account", id);
  }

  /** Those that named an access key. */
  public RequestMatch accessKeyId(String id) {
    return with("accessKeyId", id);
  }

  /** Those that named this access key. */
  public RequestMatch of(Credentials credentials) {
    return accessKeyId(credentials.accessKeyId());
  }

  /** Those that name a resource, wherever the product has it: in a list, in JSON, by an ARN. */
  public RequestMatch resourceId(String id) {
    return with("resourceId", id);
  }

  /** Those that name a resource type, in any case. */
  public RequestMatch resourceType(String type) {
    return with("resourceType", type);
  }

  /** Those that were answered by an error, such as {@code Throttling.User}. */
  public RequestMatch code(String code) {
    return with("code", code);
  }

  /** Those that were answered with an HTTP status; 0 where nothing was answered. */
  public RequestMatch status(int status) {
    return with("status", Integer.toString(status));
  }

  /** Those to a host name, without port, in any case. */
  public RequestMatch host(String name) {
    return with("host", name);
  }

  /** Those by an HTTP method. */
  public RequestMatch method(String name) {
    return with("method", name);
  }

  /** Those that a kind of fault spoiled, such as {@code delay}. */
  public RequestMatch spoiledBy(String fault) {
    return with("fault", fault);
  }

  /** Those whose parameter has this value, such as {@code Tag.1.Key}. */
  public RequestMatch parameter(String name, String value) {
    return withParameter(name, value);
  }

  /** Those that do not send a parameter. */
  public RequestMatch withoutParameter(String name) {
    return withParameter(name, null);
  }

  /** What is wanted of fields, by the names of the admin API. */
  Map<String, String> fields() {
    return fields;
  }

  /** What is wanted of parameters; null where one must not be sent. */
  Map<String, @Nullable String> parameters() {
    return parameters;
  }

  private RequestMatch with(String field, String value) {
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(field, value);
    return new RequestMatch(Collections.unmodifiableMap(more), parameters);
  }

  private RequestMatch withParameter(String name, @Nullable String value) {
    Map<String, @Nullable String> more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new RequestMatch(fields, Collections.unmodifiableMap(more));
  }

  /** What is wanted, in one line. */
  @Override
  public String toString() {
    String text =
        Stream.concat(fields.entrySet().stream(), parameters.entrySet().stream())
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "any request" : text;
  }
}

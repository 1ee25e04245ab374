package io.tagginggateway.testkit;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * The requests that were answered until now, the oldest first. Each filter gives a new list; none
 * changes when further requests come. It holds the last 10,000.
 */
public final class Requests extends AbstractList<RecordedRequest> {
  private final List<RecordedRequest> requests;
  private final BiConsumer<String, String> names;

  /**
   * Some requests.
   *
   * @param names refuses a value of a field that nobody knows
   */
  Requests(List<RecordedRequest> requests, BiConsumer<String, String> names) {
    this.requests = requests;
    this.names = names;
  }

  /**
   * Those to a product, such as {@code VpcIpam}.
   *
   * @throws IllegalArgumentException if there is none, with the nearest
   */
  public Requests product(String code) {
    names.accept("product", code);
    return where(request -> Objects.equals(request.product(), code));
  }

  /**
   * Those that named an action, such as {@code ListTagResources}, in any case.
   *
   * @throws IllegalArgumentException if no product has it, with the nearest
   */
  public Requests action(String name) {
    names.accept("action", name);
    return where(request -> name.equalsIgnoreCase(request.action()));
  }

  /** Those of callers of an account. */
  public Requests account(String id) {
    return where(request -> Objects.equals(request.account(), id));
  }

  /** Those that named an access key. */
  public Requests accessKeyId(String id) {
    return where(request -> Objects.equals(request.accessKeyId(), id));
  }

  /** Those that named this access key. */
  public Requests of(Credentials credentials) {
    return accessKeyId(credentials.accessKeyId());
  }

  /**
   * Those that were answered by an error, such as {@code Throttling.User}.
   *
   * @throws IllegalArgumentException if no product has it and none was answered so, with the
   *     nearest
   */
  public Requests code(String code) {
    names.accept("code", code);
    return where(request -> Objects.equals(request.code(), code));
  }

  /** Those for which {@code condition} holds. */
  public Requests where(Predicate<RecordedRequest> condition) {
    return new Requests(requests.stream().filter(condition).toList(), names);
  }

  @Override
  public RecordedRequest get(int index) {
    return requests.get(index);
  }

  @Override
  public int size() {
    return requests.size();
  }
}

package io.tagginggateway.testkit;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The requests that were answered until now, the oldest first. Each filter gives a new list; none
 * changes when further requests come. It holds the last 10,000.
 */
public final class Requests extends AbstractList<RecordedRequest> {
  private final List<RecordedRequest> requests;

  Requests(List<RecordedRequest> requests) {
    this.requests = requests;
  }

  /** Those to a product, such as {@code VpcIpam}. */
  public Requests product(String code) {
    return where(request -> Objects.equals(request.product(), code));
  }

  /** Those that named an action, such as {@code ListTagResources}. */
  public Requests action(String name) {
    return where(request -> Objects.equals(request.action(), name));
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

  /** Those that were answered by an error, such as {@code Throttling.User}. */
  public Requests code(String code) {
    return where(request -> Objects.equals(request.code(), code));
  }

  /** Those for which {@code condition} holds. */
  public Requests where(Predicate<RecordedRequest> condition) {
    return new Requests(requests.stream().filter(condition).toList());
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

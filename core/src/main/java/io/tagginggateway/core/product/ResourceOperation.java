package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the resource family.
 *
 * @param name the name as the product spells it
 * @param kind what it does
 * @param family the type of resources that it works on
 * @param required the parameters that must be sent
 * @param listing how it lists; null unless it is a {@link Kind#LIST}
 * @param answer the fields of its answer, in their order
 */
public record ResourceOperation(
    String name,
    Kind kind,
    ResourceFamily family,
    List<String> required,
    @Nullable Listing listing,
    List<ResourceField> answer)
    implements Operation {

  /** What operations of the resource family do. */
  public enum Kind {
    /** Creates a resource. */
    CREATE,
    /** Tells everything of one. */
    DESCRIBE,
    /** Lists them. */
    LIST,
    /** Changes attributes of one. */
    UPDATE,
    /** Deletes one. */
    DELETE
  }

  /**
   * How a list is asked for.
   *
   * @param ids the parameter that names ids: a list, or one where {@code oneId} is set
   * @param oneId whether it names one
   * @param filters further parameters that an attribute must be equal to
   * @param tags the list of tags
   * @param token the parameter of the page token, or null if pages have numbers
   * @param page the parameter of the page's number, or null if there are tokens
   * @param pageSize the parameter of the page's size
   * @param defaultSize how much a page holds if the caller does not say
   * @param maxSize the most that it may hold
   */
  public record Listing(
      String ids,
      boolean oneId,
      List<String> filters,
      String tags,
      @Nullable String token,
      @Nullable String page,
      String pageSize,
      int defaultSize,
      int maxSize) {}

  @Override
  public boolean reads() {
    return kind == Kind.LIST || kind == Kind.DESCRIBE;
  }

  @Override
  public Set<ApiError> errors() {
    Set<ApiError> errors = new LinkedHashSet<>(family.errorsByName().values());
    if (kind == Kind.CREATE) {
      errors.addAll(family.tags().errors().all());
    }
    return errors;
  }

  @Override
  public @Nullable ApiError badToken() {
    return listing == null || listing.token() == null ? null : family.error("bad-page");
  }

  @Override
  public Answer withoutEffect(Call call) {
    return new WrittenAnswer(call, 0, document -> document.field("RequestId", call.requestId()));
  }

  @Override
  public <R> R as(Cases<R> cases) {
    return cases.resource(this);
  }
}

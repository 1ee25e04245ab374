package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The errors of one trio of operations. Immutable. */
public final class ErrorTable {
  private final Map<Situation, PerKind<@Nullable ApiError>> errors;
  private final Map<String, ApiError> notFoundByType;
  private final List<ApiError> others;

  /**
   * A table of these errors.
   *
   * @param errors by situation; a situation that is left out is no error
   * @param notFoundByType the error for an undeclared resource, by types that have one of their own
   * @param others errors that the product has and no situation leads to
   */
  public ErrorTable(
      Map<Situation, PerKind<@Nullable ApiError>> errors,
      Map<String, ApiError> notFoundByType,
      List<ApiError> others) {
    this.errors = new EnumMap<>(errors);
    this.notFoundByType = Collections.unmodifiableMap(new LinkedHashMap<>(notFoundByType));
    this.others = List.copyOf(others);
  }

  /** The error of a situation, or null if it is none in this operation. */
  public @Nullable ApiError find(Situation situation, TagOperation.Kind kind) {
    PerKind<@Nullable ApiError> error = errors.get(situation);
    return error == null ? null : error.get(kind);
  }

  /**
   * The error of a situation that is one in this operation.
   *
   * @throws IllegalStateException if the product has none
   */
  public ApiError get(Situation situation, TagOperation.Kind kind) {
    ApiError error = find(situation, kind);
    if (error == null) {
      throw new IllegalStateException("no error for " + situation.id() + " of " + kind);
    }
    return error;
  }

  /** The error for a resource of this type, as requests spell it, that was never declared. */
  public ApiError resourceNotFound(String type, TagOperation.Kind kind) {
    ApiError own = notFoundByType.get(type);
    return own == null ? get(Situation.RESOURCE_NOT_FOUND, kind) : own;
  }

  /** The errors that the product has and no situation leads to. */
  public List<ApiError> others() {
    return others;
  }

  /** Every error that a situation leads to, each once. */
  public Set<ApiError> all() {
    List<@Nullable ApiError> found = new ArrayList<>();
    errors.values().forEach(error -> found.addAll(listOf(error)));
    found.addAll(notFoundByType.values());
    Set<ApiError> all = new LinkedHashSet<>();
    for (ApiError error : found) {
      if (error != null) {
        all.add(error);
      }
    }
    return all;
  }

  private static List<@Nullable ApiError> listOf(PerKind<@Nullable ApiError> errors) {
    List<@Nullable ApiError> list = new ArrayList<>();
    list.add(errors.list());
    list.add(errors.tag());
    list.add(errors.untag());
    return list;
  }
}

package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.ViewOperation.Kind;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The errors of a view, each by the operations that get into its situation. Immutable. */
public final class ViewErrors {
  private final Map<ViewSituation, Map<Kind, ApiError>> errors;
  private final List<ApiError> others;

  /**
   * A table of these errors.
   *
   * @param errors one for each situation and operation that gets into it
   * @param others errors that the product has and no situation leads to
   */
  public ViewErrors(Map<ViewSituation, Map<Kind, ApiError>> errors, List<ApiError> others) {
    this.errors = new EnumMap<>(errors);
    this.others = List.copyOf(others);
  }

  /** The errors that the product has and no situation leads to. */
  List<ApiError> others() {
    return others;
  }

  /** The error of a situation in an operation that gets into it. */
  ApiError get(ViewSituation situation, Kind kind) {
    ApiError error = errors.getOrDefault(situation, Map.of()).get(kind);
    if (error == null) {
      throw new IllegalStateException("no error for " + situation.id() + " of " + kind);
    }
    return error;
  }

  /** Every error of an operation, each once. */
  Set<ApiError> of(Kind kind) {
    Set<ApiError> all = new LinkedHashSet<>();
    for (Map<Kind, ApiError> byKind : errors.values()) {
      ApiError error = byKind.get(kind);
      if (error != null) {
        all.add(error);
      }
    }
    return all;
  }
}

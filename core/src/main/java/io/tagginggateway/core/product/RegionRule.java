package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * How a request of a product names its region.
 *
 * @param uses whether RegionId is a parameter, by operation
 * @param missing the error when it is required and not sent; null if no operation requires it
 */
public record RegionRule(PerKind<Use> uses, @Nullable ApiError missing) {

  /** Whether RegionId is a parameter of the lists. */
  public Use use() {
    return uses.list();
  }

  /** The error of an operation when it is not sent; null if it need not be. */
  public @Nullable ApiError missing(TagOperation.Kind kind) {
    return uses.get(kind) == Use.REQUIRED ? missing : null;
  }

  /** Whether RegionId is a parameter. */
  public enum Use {
    /** It must be sent. */
    REQUIRED,
    /** It may be sent. */
    OPTIONAL,
    /** It is no parameter; it counts all the same, since some clients send it to every product. */
    NONE
  }
}

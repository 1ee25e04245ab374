package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * How a request of a product names its region.
 *
 * @param use whether RegionId is a parameter of the product
 * @param missing the error when it is required and not sent; null if it is not required
 */
public record RegionRule(Use use, @Nullable ApiError missing) {

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

package io.tagginggateway.core.product;

import io.tagginggateway.core.request.RpcRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where a request names its region.
 *
 * @param name the name of the parameter, or of the header
 * @param inHeader whether it is a header
 */
public record RegionParameter(String name, boolean inHeader) {
  /** Where nearly all products have it. */
  public static final RegionParameter USUAL = new RegionParameter("RegionId", false);

  /** The region that a request names, perhaps empty, or null. */
  @Nullable String in(RpcRequest request) {
    return inHeader ? request.headers().get(name) : request.parameter(name);
  }
}

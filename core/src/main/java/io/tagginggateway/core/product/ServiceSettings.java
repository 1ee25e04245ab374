package io.tagginggateway.core.product;

/**
 * What a user may set per product.
 *
 * @param pageSize how many resources a page holds, where the product counts resources; 0 takes the
 *     product's default
 * @param mustExist whether a change must name declared resources
 */
public record ServiceSettings(int pageSize, boolean mustExist) {

  /** The defaults: a resource is created by its first tag. */
  public static final ServiceSettings DEFAULT = new ServiceSettings(0, false);
}

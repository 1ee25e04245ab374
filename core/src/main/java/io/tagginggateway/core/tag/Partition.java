package io.tagginggateway.core.tag;

import org.jspecify.annotations.Nullable;

/**
 * Where a resource is kept. Partitions are isolated from each other.
 *
 * @param account the account id
 * @param product the product code, such as {@code VpcIpam}
 * @param region the region id, such as {@code cn-hangzhou}
 * @param type the canonical resource type, such as {@code IPAM}
 */
public record Partition(String account, String product, String region, String type) {

  /** The place of the same resources in another account. */
  public Partition ofAccount(String other) {
    return new Partition(other, product, region, type);
  }

  // Written out: the JVM makes a record's own when they are first called, which a start would pay.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Partition that
        && account.equals(that.account)
        && product.equals(that.product)
        && region.equals(that.region)
        && type.equals(that.type);
  }

  @Override
  public int hashCode() {
    return ((account.hashCode() * 31 + product.hashCode()) * 31 + region.hashCode()) * 31
        + type.hashCode();
  }
}

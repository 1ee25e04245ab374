package io.tagginggateway.core.tag;

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
}

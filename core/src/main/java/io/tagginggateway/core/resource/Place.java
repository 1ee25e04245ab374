package io.tagginggateway.core.resource;

import io.tagginggateway.core.tag.Partition;

/**
 * Where a resource is.
 *
 * @param partition its account, product, region and type
 * @param id its id
 */
public record Place(Partition partition, String id) {}

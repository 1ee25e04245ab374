package io.tagginggateway.core.product;

/**
 * How much one request may name, and one resource carry.
 *
 * @param ids resource ids in one request
 * @param tags tags in one request
 * @param keys keys to remove in one request
 * @param tagsPerResource user tags on one resource
 */
public record TagLimits(
    PerKind<Integer> ids, PerKind<Integer> tags, int keys, int tagsPerResource) {}

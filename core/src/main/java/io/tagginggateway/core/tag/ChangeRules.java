package io.tagginggateway.core.tag;

/**
 * What a change must respect.
 *
 * @param maxTagsPerResource how many user tags one resource may carry
 * @param mustExist whether a resource must have been declared before
 */
public record ChangeRules(int maxTagsPerResource, boolean mustExist) {}

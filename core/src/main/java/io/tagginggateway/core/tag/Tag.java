package io.tagginggateway.core.tag;

/**
 * A key and its value, as users attach them to resources.
 *
 * @param key the tag key; may be empty where a product allows it
 * @param value the tag value; often empty
 */
public record Tag(String key, String value) {}

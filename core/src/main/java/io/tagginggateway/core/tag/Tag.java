package io.tagginggateway.core.tag;

import org.jspecify.annotations.Nullable;

/**
 * A key and its value, as users attach them to resources.
 *
 * @param key the tag key; may be empty where a product allows it
 * @param value the tag value; often empty
 */
public record Tag(String key, String value) {

  // Written out, as those of a partition.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tag that && key.equals(that.key) && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return key.hashCode() * 31 + value.hashCode();
  }
}

package io.tagginggateway.core.tag;

import org.jspecify.annotations.Nullable;

/**
 * One condition of a list: the resource has this key, and this value where one is given.
 *
 * @param key the key that must be there
 * @param value the value it must have; null means any, the empty string means the empty value
 */
public record TagFilter(String key, @Nullable String value) {

  /** Whether {@code tag} satisfies this filter. */
  public boolean matches(Tag tag) {
    return tag.key().equals(key) && (value == null || value.equals(tag.value()));
  }
}

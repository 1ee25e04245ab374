package io.tagginggateway.core.product;

import org.jspecify.annotations.Nullable;

/**
 * What the operations of one trio are called, as the product spells it. Null where it has none.
 *
 * @param list lists tags
 * @param tag adds tags
 * @param untag removes tags
 */
public record OperationNames(String list, @Nullable String tag, @Nullable String untag) {

  /** The name of one kind, or null. */
  public @Nullable String get(TagOperation.Kind kind) {
    return switch (kind) {
      case LIST -> list;
      case TAG -> tag;
      case UNTAG -> untag;
    };
  }
}

package io.tagginggateway.core.product;

import java.util.function.Function;

/**
 * A value that each operation of a trio may have of its own.
 *
 * @param list that of the list
 * @param tag that of the operation that adds tags
 * @param untag that of the operation that removes tags
 */
public record PerKind<T>(T list, T tag, T untag) {

  /** The same value for all three. */
  public static <T> PerKind<T> all(T value) {
    return new PerKind<>(value, value, value);
  }

  /** One value for each kind. */
  public static <T> PerKind<T> of(Function<TagOperation.Kind, T> values) {
    return new PerKind<>(
        values.apply(TagOperation.Kind.LIST),
        values.apply(TagOperation.Kind.TAG),
        values.apply(TagOperation.Kind.UNTAG));
  }

  /** The value of one kind. */
  public T get(TagOperation.Kind kind) {
    return switch (kind) {
      case LIST -> list;
      case TAG -> tag;
      case UNTAG -> untag;
    };
  }
}

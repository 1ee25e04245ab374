package io.tagginggateway.core.product.file;

import io.tagginggateway.core.product.PerKind;
import io.tagginggateway.core.product.TagOperation.Kind;
import java.util.Locale;
import java.util.function.BiFunction;

/** Reads what may differ by operation: {@code list}, {@code tag}, {@code untag}, {@code other}. */
final class KindFields {
  private static final String OTHER = "other";

  private KindFields() {}

  /**
   * What a mapping says of each operation; {@code other} stands for those that it does not name.
   */
  static <T> PerKind<T> read(Fields each, BiFunction<Fields, String, T> value) {
    PerKind<T> read = PerKind.of(kind -> value.apply(each, name(each, kind)));
    each.end();
    return read;
  }

  /** The name that says something of one kind. */
  static String name(Fields each, Kind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return each.has(name) ? name : OTHER;
  }

  /** The same for all operations, or what a mapping says of each. */
  static <T> PerKind<T> readOrSame(
      Fields fields, String name, BiFunction<Fields, String, T> value) {
    return fields.isMapping(name)
        ? read(fields.fields(name), value)
        : PerKind.all(value.apply(fields, name));
  }
}

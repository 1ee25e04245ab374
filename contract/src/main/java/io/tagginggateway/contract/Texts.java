package io.tagginggateway.contract;

import java.util.List;

/** Describes a product's data in words. */
final class Texts {
  private Texts() {}

  /** {@code a, b and c}. */
  static String and(List<String> items) {
    int size = items.size();
    return size < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, size - 1)) + " and " + items.get(size - 1);
  }
}

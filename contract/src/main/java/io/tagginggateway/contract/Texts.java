package io.tagginggateway.contract;

import java.util.List;

/** Says in words what a product's data says. */
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

package io.tagginggateway.core.product;

import java.util.Locale;

/** Who set a tag. */
enum Category {
  /** A caller. */
  CUSTOM("Custom"),
  /** The cloud. */
  SYSTEM("System");

  private final String word;

  Category(String word) {
    this.word = word;
  }

  /** As lists of resources spell it. */
  String word() {
    return word;
  }

  /** As lists of keys spell it. */
  String lowerWord() {
    return word.toLowerCase(Locale.ROOT);
  }
}

package io.tagginggateway.app.journal;

import java.util.Arrays;

/**
 * Short texts that were seen lately. Requests repeat the names of parameters, hosts, regions and
 * types, and each request brings them as texts of its own; a journal that keeps the first of equal
 * ones takes half the memory. Bounded: a text takes the place of another one. Thread-safe: whoever
 * loses a race keeps the text that it has.
 */
final class RepeatedTexts {
  /** The longest that is shared, in characters; 512 texts of this length take 70 KB at most. */
  static final int MAX_LENGTH = 48;

  private static final int PLACES = 512;

  private final String[] seen = new String[PLACES];

  RepeatedTexts() {
    Arrays.fill(seen, "");
  }

  /** An equal text: one that was seen before, or this one. */
  String of(String text) {
    int length = text.length();
    if (length == 0 || length > MAX_LENGTH) {
      return text;
    }
    int place = text.hashCode() & (PLACES - 1);
    String before = seen[place];
    if (before.equals(text)) {
      return before;
    }
    seen[place] = text;
    return text;
  }
}

package io.tagginggateway.core.request;

import java.util.Arrays;

/**
 * Short texts that were seen lately. Requests repeat the names of parameters, hosts, regions and
 * types, and each request brings them as characters of its own; to find the text that is there
 * already costs less than to make another one, and a journal of such requests takes half the
 * memory. Bounded: a text takes the place of another one. Thread-safe: whoever loses a race has a
 * text of its own.
 */
public final class RepeatedTexts {
  /** The longest that is shared, in characters; 512 texts of this length take 70 KB at most. */
  static final int MAX_LENGTH = 48;

  private static final int PLACES = 512;

  private final String[] seen;

  /** Knows no text. */
  public RepeatedTexts() {
    this(PLACES);
  }

  /**
   * Knows no text.
   *
   * @param places how many it may know; a power of two
   */
  RepeatedTexts(int places) {
    seen = new String[places];
    Arrays.fill(seen, "");
  }

  /** An equal text: one that was seen before, or this one. */
  public String of(String text) {
    int length = text.length();
    if (length == 0 || length > MAX_LENGTH) {
      return text;
    }
    int place = hash(text, 0, length) & (seen.length - 1);
    String before = seen[place];
    if (before.equals(text)) {
      return before;
    }
    seen[place] = text;
    return text;
  }

  /**
   * By length and three characters, since to read them all costs more than the text. They tell the
   * names of a large call apart, such as {@code ResourceId.1} to {@code ResourceId.50}.
   */
  static int hash(String whole, int start, int end) {
    int hash = end - start;
    hash = 31 * hash + whole.charAt((start + end) >>> 1);
    hash = 31 * hash + whole.charAt(Math.max(start, end - 2));
    hash = 31 * hash + whole.charAt(end - 1);
    return hash;
  }
}

package io.tagginggateway.app.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the known words that are nearest to a mistyped one. The work is bounded: no word is looked
 * at beyond {@link #LONGEST} characters, and no list beyond {@link #MOST} words.
 */
public final class Nearest {
  /** Characters of a word that are compared. */
  static final int LONGEST = 80;

  /** Words that are compared: more than the products have error codes. */
  static final int MOST = 4000;

  /** Beyond so many edits a word is another word. */
  private static final int MAX_EDITS = 6;

  /** How much of a word may be mistyped: one character of three. */
  private static final int PART = 3;

  private Nearest() {}

  /** The nearest known word, or null if none is near. */
  public static @Nullable String to(String sent, Collection<String> known) {
    List<String> nearest = to(sent, known, 1);
    return nearest.isEmpty() ? null : nearest.get(0);
  }

  /** The nearest known words, the nearest first; those that differ in case alone come first. */
  public static List<String> to(String sent, Collection<String> known, int most) {
    String word = lower(sent);
    int allowed = Math.min(MAX_EDITS, Math.max(1, word.length() / PART));
    List<Map.Entry<String, Integer>> near = new ArrayList<>();
    int looked = 0;
    for (String each : known) {
      if (looked++ == MOST) {
        break;
      }
      int edits = edits(word, lower(each), allowed);
      if (edits <= allowed) {
        near.add(Map.entry(each, edits));
      }
    }
    near.sort(Comparator.comparingInt(Map.Entry::getValue));
    return near.stream().limit(most).map(Map.Entry::getKey).toList();
  }

  /**
   * How many characters must be inserted, left out, replaced or swapped with the next to make one
   * text the other; {@code allowed + 1} if they are more than allowed.
   */
  static int edits(String one, String other, int allowed) {
    if (Math.abs(one.length() - other.length()) > allowed) {
      return allowed + 1;
    }
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= other.length(); j++) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int cost = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        row[j] = swapped ? Math.min(cost, beforeLast[j - 2] + 1) : cost;
        least = Math.min(least, row[j]);
      }
      if (least > allowed) {
        return allowed + 1;
      }
      int[] reused = beforeLast;
      beforeLast = last;
      last = row;
      row = reused;
    }
    return Math.min(last[other.length()], allowed + 1);
  }

  private static String lower(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
  }
}

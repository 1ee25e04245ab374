package io.tagginggateway.core.product;

import java.util.ArrayList;
import java.util.List;

/**
 * The characters that a text may be made of.
 *
 * @param letters whether A to Z and a to z are in it
 * @param han whether Chinese characters are in it
 * @param digits whether 0 to 9 are in it
 * @param literals further characters
 */
public record CharacterSet(boolean letters, boolean han, boolean digits, String literals) {

  /** Whether a code point is in it. */
  public boolean contains(int c) {
    return (letters && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')))
        || (digits && c >= '0' && c <= '9')
        || literals.indexOf(c) >= 0
        || (han && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  /** Whether every code point of a text is in it. */
  boolean containsAll(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!contains(c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  /** What is in it, in words. */
  String inWords() {
    List<String> words = new ArrayList<>();
    if (letters) {
      words.add("letters");
    }
    if (han) {
      words.add("Chinese characters");
    }
    if (digits) {
      words.add("digits");
    }
    literals.codePoints().forEach(c -> words.add(Character.toString(c)));
    return or(words);
  }

  /** {@code a, b or c}. */
  static String or(List<String> items) {
    int size = items.size();
    return size < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, size - 1)) + " or " + items.get(size - 1);
  }
}

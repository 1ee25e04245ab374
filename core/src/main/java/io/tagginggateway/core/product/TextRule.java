package io.tagginggateway.core.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tag keys or values a product allows. A text that XML 1.0 cannot carry is never allowed.
 *
 * @param min the fewest characters, a supplementary one counting once
 * @param max the most characters
 * @param first what the first character may be, or null for any
 * @param others what each character may be, or null for any
 * @param forbiddenPrefixes what it may not start with
 * @param forbiddenParts what it may not contain
 */
public record TextRule(
    int min,
    int max,
    @Nullable CharacterSet first,
    @Nullable CharacterSet others,
    List<String> forbiddenPrefixes,
    List<String> forbiddenParts) {

  /**
   * Why a text is not allowed, as the end of a sentence that begins with the text; null if it is
   * allowed. Every request asks: without streams, which cost as much as the rest.
   */
  public @Nullable String objection(String text) {
    int length = text.codePointCount(0, text.length());
    if (length > max) {
      return "has " + length + " characters, and " + max + " are allowed";
    }
    if (length < min) {
      return text.isEmpty() ? "is empty" : "is shorter than " + min + " characters";
    }
    for (String prefix : forbiddenPrefixes) {
      if (text.startsWith(prefix)) {
        return "starts with " + prefix + ", which is not allowed";
      }
    }
    for (String part : forbiddenParts) {
      if (text.contains(part)) {
        return "contains " + part + ", which is not allowed";
      }
    }
    if (first != null && !text.isEmpty() && !first.contains(text.codePointAt(0))) {
      return "starts with a character that is not allowed there";
    }
    if (others != null && !others.containsAll(text)) {
      int odd = text.codePoints().filter(point -> !others.contains(point)).findFirst().orElse(0);
      return "contains U+" + String.format("%04X", odd) + ", which is not allowed";
    }
    return Texts.isXmlText(text) ? null : "contains a character that XML cannot carry";
  }

  /** Whether a text follows the rule. */
  public boolean allows(String text) {
    return objection(text) == null;
  }

  /** The rule in words, such as {@code up to 128 characters, not starting with acs:}. */
  public String inWords() {
    StringBuilder text = new StringBuilder();
    text.append(min > 0 ? min + " to " : "up to ").append(max);
    text.append(' ').append(others == null ? "characters" : others.inWords());
    if (first != null) {
      text.append(", of which the first is one of: ").append(first.inWords());
    }
    if (!forbiddenPrefixes.isEmpty()) {
      text.append(", not starting with ").append(CharacterSet.or(forbiddenPrefixes));
    }
    if (!forbiddenParts.isEmpty()) {
      text.append(", without ").append(CharacterSet.or(forbiddenParts));
    }
    return text.toString();
  }
}

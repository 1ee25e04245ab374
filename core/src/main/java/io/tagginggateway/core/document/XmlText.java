package io.tagginggateway.core.document;

/** What XML 1.0 can carry: no control characters but tab and line ends, no lone surrogates. */
public final class XmlText {
  private XmlText() {}

  /** Whether XML can carry every character of a text. */
  public static boolean canCarry(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= Character.MIN_SURROGATE) {
        return text.codePoints().allMatch(XmlText::isCharacter);
      }
    }
    return true;
  }

  /** The text with U+FFFD for every character that XML cannot carry. */
  static String replaced(String text) {
    if (canCarry(text)) {
      return text;
    }
    StringBuilder replaced = new StringBuilder(text.length());
    text.codePoints().map(c -> isCharacter(c) ? c : 0xFFFD).forEach(replaced::appendCodePoint);
    return replaced.toString();
  }

  private static boolean isCharacter(int c) {
    if (c < ' ') {
      return c == '\t' || c == '\n' || c == '\r';
    }
    return c < Character.MIN_SURROGATE || (c > Character.MAX_SURROGATE && c < 0xFFFE) || c > 0xFFFF;
  }
}

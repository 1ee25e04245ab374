package io.tagginggateway.app.log;

/**
 * Text that cannot break a line or steer a terminal. What callers and fixtures say may stand in it,
 * so control characters, line ends and marks of direction are written as escapes.
 */
public final class VisibleText {
  private VisibleText() {}

  /**
   * The text with {@code \\n}, {@code \\r}, {@code \\t} or {@code \\u001b} for what is not visible.
   */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isHidden(text.charAt(i))) {
        return escaped(text, i);
      }
    }
    return text;
  }

  /** The same where only ASCII may stand, as in the value of an HTTP header. */
  public static String ascii(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      ascii.append(c < 0x7F && c >= ' ' ? String.valueOf(c) : unicode(c));
    }
    return ascii.toString();
  }

  /** Whether a character is escaped: control characters, separators, marks of direction. */
  static boolean isHidden(char c) {
    return c < ' '
        || (c >= 0x7F && c <= 0x9F)
        || (c >= 0x200E && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static String escaped(String text, int start) {
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, start);
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isHidden(c)) {
        escaped.append(c);
        continue;
      }
      switch (c) {
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        default -> escaped.append(unicode(c));
      }
    }
    return escaped.toString();
  }

  /** The escape that JSON and Java share. */
  static String unicode(char c) {
    return "\\u" + Integer.toHexString(0x10000 | c).substring(1);
  }
}

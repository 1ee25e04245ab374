package io.tagginggateway.core.product;

import io.tagginggateway.core.document.XmlText;

/** The checks of texts that products build their rules from. */
public final class Texts {
  /** How many characters a resource id may have. Chosen. */
  public static final int MAX_RESOURCE_ID = 256;

  private static final int MAX_REGION = 64;

  private Texts() {}

  /** Whether a text has at most {@code max} characters, a supplementary one counting once. */
  public static boolean isAtMost(int max, String text) {
    return text.length() <= max || text.codePointCount(0, text.length()) <= max;
  }

  /** Whether a text contains {@code http://} or {@code https://}. */
  public static boolean hasUrl(String text) {
    return text.contains("http://") || text.contains("https://");
  }

  /** Whether a text starts with a prefix that the cloud keeps for itself. */
  public static boolean hasReservedPrefix(String key) {
    return key.startsWith("aliyun") || key.startsWith("acs:");
  }

  /** Whether XML 1.0 can carry every character; an answer in XML must be able to. */
  public static boolean isXmlText(String text) {
    return XmlText.canCarry(text);
  }

  /**
   * Whether a text can be a resource id: 1 to {@link #MAX_RESOURCE_ID} characters that XML can
   * carry.
   */
  public static boolean isResourceId(String text) {
    return !text.isEmpty() && isAtMost(MAX_RESOURCE_ID, text) && isXmlText(text);
  }

  /** Whether a text can be a region id: 1 to 64 letters, digits and hyphens. Chosen. */
  public static boolean isRegion(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z')
          || (c >= '0' && c <= '9')
          || c == '-'
          || (c >= 'A' && c <= 'Z'))) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_REGION;
  }

  /** The number that up to nine digits write, or -1 for another text. */
  static int wholeNumber(String text) {
    if (text.isEmpty() || text.length() > 9) {
      return -1;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return -1;
      }
    }
    return Integer.parseInt(text);
  }
}

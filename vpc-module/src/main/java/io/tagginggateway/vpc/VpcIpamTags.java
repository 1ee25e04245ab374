package io.tagginggateway.vpc;

import io.tagginggateway.core.product.Texts;

/** Which keys and values VPC IPAM allows; the same for lists and for changes. */
final class VpcIpamTags {
  private static final int MAX_KEY = 64;
  private static final int MAX_VALUE = 128;

  private VpcIpamTags() {}

  static boolean isKey(String key) {
    return !key.isEmpty()
        && Texts.isAtMost(MAX_KEY, key)
        && isLetter(key.codePointAt(0))
        && key.codePoints().allMatch(c -> isLetter(c) || isDigitOrMark(c))
        && !Texts.hasReservedPrefix(key)
        && !Texts.hasUrl(key);
  }

  static boolean isValue(String value) {
    return Texts.isAtMost(MAX_VALUE, value) && !Texts.hasUrl(value) && Texts.isXmlText(value);
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  private static boolean isDigitOrMark(int c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  }
}

package io.tagginggateway.apigateway;

import io.tagginggateway.core.product.Texts;

/** Which keys and values API Gateway allows. An empty key is one; system keys may be listed. */
final class ApiGatewayTags {
  private static final int MAX_KEY = 128;
  private static final int MAX_VALUE = 128;

  private ApiGatewayTags() {}

  static boolean isFilterKey(String key) {
    return Texts.isAtMost(MAX_KEY, key) && Texts.isXmlText(key);
  }

  static boolean isUserKey(String key) {
    return isFilterKey(key) && !Texts.hasReservedPrefix(key) && !Texts.hasUrl(key);
  }

  static boolean isValue(String value) {
    return Texts.isAtMost(MAX_VALUE, value) && !Texts.hasUrl(value) && Texts.isXmlText(value);
  }
}

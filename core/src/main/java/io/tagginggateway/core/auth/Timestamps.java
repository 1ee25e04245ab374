package io.tagginggateway.core.auth;

import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.GatewayErrors;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Reads the one form of time that signatures carry: {@code 2026-11-23T15:13:53Z}, to the character.
 */
final class Timestamps {
  private static final String SHAPE = "dddd-dd-ddTdd:dd:ddZ";

  private Timestamps() {}

  /** Milliseconds since 1970. */
  static long parse(String text) {
    if (!hasShape(text)) {
      throw new ApiException(GatewayErrors.INVALID_TIMESTAMP_FORMAT);
    }
    try {
      LocalDateTime time =
          LocalDateTime.of(
              100 * pair(text, 0) + pair(text, 2),
              pair(text, 5),
              pair(text, 8),
              pair(text, 11),
              pair(text, 14),
              pair(text, 17));
      return 1000 * time.toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException notOnTheCalendar) {
      throw new ApiException(GatewayErrors.INVALID_TIMESTAMP_FORMAT);
    }
  }

  private static boolean hasShape(String text) {
    if (text.length() != SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char shape = SHAPE.charAt(i);
      if (shape == 'd' ? c < '0' || c > '9' : c != shape) {
        return false;
      }
    }
    return true;
  }

  private static int pair(String text, int at) {
    return 10 * (text.charAt(at) - '0') + (text.charAt(at + 1) - '0');
  }
}

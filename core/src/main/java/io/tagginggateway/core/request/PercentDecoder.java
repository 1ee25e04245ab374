package io.tagginggateway.core.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes {@code application/x-www-form-urlencoded} text, strictly: a bad escape or bad UTF-8 gives
 * null and never a replacement character. Characters up to U+00FF stand for raw bytes, as an HTTP
 * parser delivers them.
 */
final class PercentDecoder {
  private PercentDecoder() {}

  static @Nullable String decode(String raw, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = raw.charAt(i);
      if (c == '%' || c == '+' || c >= 0x80) {
        return decodeFrom(raw, start, i, end);
      }
    }
    return raw.substring(start, end);
  }

  private static @Nullable String decodeFrom(String raw, int start, int first, int end) {
    byte[] bytes = new byte[end - start];
    int size = 0;
    for (int i = start; i < first; i++) {
      bytes[size++] = (byte) raw.charAt(i);
    }
    boolean ascii = true;
    for (int i = first; i < end; i++) {
      char c = raw.charAt(i);
      int value = c == '+' ? ' ' : c;
      if (c == '%') {
        value = i + 2 < end ? (hex(raw.charAt(i + 1)) << 4) | hex(raw.charAt(i + 2)) : -1;
        i += 2;
      }
      if (value < 0 || value > 0xFF) {
        return null;
      }
      ascii &= value < 0x80;
      bytes[size++] = (byte) value;
    }
    return ascii
        ? new String(bytes, 0, size, StandardCharsets.ISO_8859_1)
        : utf8(ByteBuffer.wrap(bytes, 0, size));
  }

  /** The value of a digit, or -1, which stays negative when shifted. */
  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static @Nullable String utf8(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(bytes)
          .toString();
    } catch (CharacterCodingException malformed) {
      return null;
    }
  }
}

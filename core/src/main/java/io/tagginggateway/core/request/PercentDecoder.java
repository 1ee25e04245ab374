package io.tagginggateway.core.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes {@code application/x-www-form-urlencoded} text, strictly: a bad escape or bad UTF-8 is an
 * error and never a replacement character. Characters up to U+00FF stand for raw bytes, as an HTTP
 * parser delivers them.
 */
final class PercentDecoder {
  private PercentDecoder() {}

  static String decode(String raw, int start, int end) throws MalformedParametersException {
    for (int i = start; i < end; i++) {
      char c = raw.charAt(i);
      if (c == '%' || c == '+' || c >= 0x80) {
        return decodeFrom(raw, start, i, end);
      }
    }
    return raw.substring(start, end);
  }

  private static String decodeFrom(String raw, int start, int first, int end)
      throws MalformedParametersException {
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
        if (i + 2 >= end) {
          throw new MalformedParametersException();
        }
        value = hex(raw.charAt(i + 1)) << 4 | hex(raw.charAt(i + 2));
        i += 2;
      }
      if (value < 0 || value > 0xFF) {
        throw new MalformedParametersException();
      }
      ascii &= value < 0x80;
      bytes[size++] = (byte) value;
    }
    return ascii
        ? new String(bytes, 0, size, StandardCharsets.ISO_8859_1)
        : utf8(ByteBuffer.wrap(bytes, 0, size));
  }

  private static int hex(char c) throws MalformedParametersException {
    int digit = c < 0x80 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      throw new MalformedParametersException();
    }
    return digit;
  }

  private static String utf8(ByteBuffer bytes) throws MalformedParametersException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(bytes)
          .toString();
    } catch (CharacterCodingException malformed) {
      throw new MalformedParametersException();
    }
  }
}

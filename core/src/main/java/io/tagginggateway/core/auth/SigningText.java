package io.tagginggateway.core.auth;

import java.nio.charset.StandardCharsets;

/**
 * Writes bytes to be signed, block by block and without strings in between: escaped twice, a body
 * becomes five times as long. Percent-encoding is that of RFC 3986: only {@code A-Z a-z 0-9 - _ .
 * ~} stay. Lives on one thread.
 */
final class SigningText {
  private static final String HEX = "0123456789ABCDEF";

  private static final boolean[] UNRESERVED = unreserved();

  /** The longest that one character becomes: four bytes of {@code %25XX}. */
  private static final int LONGEST = 20;

  private static final int BLOCK = 2048;

  /** What ends a text that was cut. */
  private static final String CUT = "...";

  /** Takes the bytes before they are overwritten. */
  @FunctionalInterface
  interface Sink {
    void take(byte[] block, int size);
  }

  private final byte[] bytes = new byte[BLOCK];
  private Sink sink = (block, size) -> {};
  private int size;

  /** Writes a text into a sink; not while it writes another one. */
  void write(SignedText text, Sink into) {
    sink = into;
    size = 0;
    text.writeTo(this);
    sink.take(bytes, size);
  }

  /** A text, cut at {@code most} bytes; characters up to U+00FF are bytes. */
  static String start(SignedText text, int most) {
    StringBuilder start = new StringBuilder();
    new SigningText()
        .write(
            text,
            (block, size) -> {
              int room = most - start.length();
              if (size > room && room >= 0) {
                start.append(new String(block, 0, room, StandardCharsets.ISO_8859_1)).append(CUT);
              } else if (size <= room) {
                start.append(new String(block, 0, size, StandardCharsets.ISO_8859_1));
              }
            });
    return start.toString();
  }

  /** Adds text as it is; characters up to U+00FF are bytes, as an HTTP parser delivers them. */
  @SuppressWarnings("deprecation") // the method that takes the low byte of each character
  SigningText raw(String text) {
    for (int i = 0; i < text.length(); ) {
      reserve(1);
      int end = Math.min(text.length(), i + bytes.length - size);
      text.getBytes(i, end, bytes, size);
      size += end - i;
      i = end;
    }
    return this;
  }

  /** Adds the percent-encoded UTF-8 of a text. */
  SigningText encoded(String text) {
    return encode(text, false);
  }

  /** Adds the percent-encoded form of the percent-encoded UTF-8 of a text. */
  SigningText twiceEncoded(String text) {
    return encode(text, true);
  }

  private SigningText encode(String text, boolean twice) {
    for (int i = 0; i < text.length(); i++) {
      reserve(LONGEST);
      char c = text.charAt(i);
      if (c < UNRESERVED.length && UNRESERVED[c]) {
        bytes[size++] = (byte) c;
      } else if (c < 0x80) {
        escape(c, twice);
      } else {
        int point = text.codePointAt(i);
        i += Character.charCount(point) - 1;
        escapeUtf8(point, twice);
      }
    }
    return this;
  }

  private void escapeUtf8(int point, boolean twice) {
    if (point < 0x800) {
      escape(0xC0 | (point >> 6), twice);
    } else {
      if (point < 0x10000) {
        escape(0xE0 | (point >> 12), twice);
      } else {
        escape(0xF0 | (point >> 18), twice);
        escape(0x80 | ((point >> 12) & 0x3F), twice);
      }
      escape(0x80 | ((point >> 6) & 0x3F), twice);
    }
    escape(0x80 | (point & 0x3F), twice);
  }

  private void escape(int value, boolean twice) {
    bytes[size++] = '%';
    if (twice) {
      bytes[size++] = '2';
      bytes[size++] = '5';
    }
    bytes[size++] = (byte) HEX.charAt(value >> 4);
    bytes[size++] = (byte) HEX.charAt(value & 0xF);
  }

  private static boolean[] unreserved() {
    boolean[] stays = new boolean[0x80];
    for (char c = 0; c < stays.length; c++) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      stays[c] = letter || (c >= '0' && c <= '9') || "-_.~".indexOf(c) >= 0;
    }
    return stays;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      sink.take(bytes, size);
      size = 0;
    }
  }
}

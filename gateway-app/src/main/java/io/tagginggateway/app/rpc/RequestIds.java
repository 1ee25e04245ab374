package io.tagginggateway.app.rpc;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the ids of requests: unique, not secret, and therefore not from a secure source. */
final class RequestIds {
  private static final byte[] UPPER = "0123456789ABCDEF".getBytes(StandardCharsets.ISO_8859_1);

  private RequestIds() {}

  /** A random UUID of version 4, upper-case. */
  @SuppressWarnings("deprecation") // the constructor that takes Latin-1 bytes as they are
  static String requestId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    byte[] text = new byte[36];
    hex(text, 0, high >>> 32, 8, UPPER);
    text[8] = '-';
    hex(text, 9, high >>> 16, 4, UPPER);
    text[13] = '-';
    hex(text, 14, high, 4, UPPER);
    text[18] = '-';
    hex(text, 19, low >>> 48, 4, UPPER);
    text[23] = '-';
    hex(text, 24, low, 12, UPPER);
    return new String(text, 0, 0, text.length);
  }

  private static void hex(byte[] text, int start, long bits, int digits, byte[] alphabet) {
    for (int i = start + digits - 1; i >= start; i--) {
      text[i] = alphabet[(int) bits & 0xF];
      bits >>>= 4;
    }
  }
}

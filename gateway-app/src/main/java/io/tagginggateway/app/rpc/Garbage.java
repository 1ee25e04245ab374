package io.tagginggateway.app.rpc;

import io.vertx.core.buffer.Buffer;
import java.util.Random;

/** Bytes that are no text in UTF-8, and neither JSON nor XML; always the same. */
final class Garbage {
  private static final int LENGTH = 256;
  private static final byte NO_BEGINNING = (byte) 0xBF;

  private Garbage() {}

  static Buffer body() {
    byte[] bytes = new byte[LENGTH];
    new Random(LENGTH).nextBytes(bytes);
    bytes[0] = NO_BEGINNING;
    return Buffer.buffer(bytes);
  }
}

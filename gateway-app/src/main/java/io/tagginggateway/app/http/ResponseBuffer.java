package io.tagginggateway.app.http;

import io.vertx.core.buffer.Buffer;
import java.io.OutputStream;

/** Collects an answer's bytes in the buffer that is sent. */
final class ResponseBuffer extends OutputStream {
  private final Buffer buffer = Buffer.buffer(1024);

  @Override
  public void write(int b) {
    buffer.appendByte((byte) b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    buffer.appendBytes(bytes, offset, length);
  }

  Buffer buffer() {
    return buffer;
  }
}

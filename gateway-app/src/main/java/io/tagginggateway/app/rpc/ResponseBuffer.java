package io.tagginggateway.app.rpc;

import io.vertx.core.buffer.Buffer;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Collects an answer's bytes in the buffer that is sent. The generators hand over whole blocks,
 * most answers at once, so that the first block tells the size.
 */
final class ResponseBuffer extends OutputStream {
  private @Nullable Buffer buffer;

  @Override
  public void write(int b) {
    sized(1).appendByte((byte) b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    sized(length).appendBytes(bytes, offset, length);
  }

  Buffer buffer() {
    return sized(0);
  }

  private Buffer sized(int length) {
    Buffer present = buffer;
    if (present == null) {
      present = Buffer.buffer(length);
      buffer = present;
    }
    return present;
  }
}

package io.tagginggateway.core.document;

import java.io.IOException;
import java.io.OutputStream;

/**
 * What a generator writes to that outlives its documents: each of them goes to a place of its own.
 */
abstract class ReusedOutput extends OutputStream {
  private static final OutputStream NOWHERE = OutputStream.nullOutputStream();

  private OutputStream out = NOWHERE;

  final void to(OutputStream target) {
    out = target;
  }

  /** Holds the output of the last document no longer. */
  final void toNowhere() {
    out = NOWHERE;
  }

  @Override
  public final void write(int b) throws IOException {
    out.write(b);
  }

  @Override
  public final void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }
}

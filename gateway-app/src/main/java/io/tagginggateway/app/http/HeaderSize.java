package io.tagginggateway.app.http;

import io.netty.buffer.ByteBuf;

/** What the header that is coming in takes in memory. Lives on the connection's event loop. */
final class HeaderSize {
  /** A header line is three objects. An estimate. */
  private static final int LINE = 128;

  private long bytes;
  private int lines;

  /**
   * Adds bytes. A request without a body that came whole ends its line, and nothing of it will be
   * kept: its lines are not looked for.
   *
   * @param begins whether the header begins with them
   */
  void add(ByteBuf more, boolean begins) {
    int size = more.readableBytes();
    bytes += size;
    boolean likelyWhole = begins && size < RequestIntake.SLICE && size > 0 && endsLine(more, size);
    lines += likelyWhole ? 1 : lines(more);
  }

  private static boolean endsLine(ByteBuf more, int size) {
    return more.getByte(more.readerIndex() + size - 1) == '\n';
  }

  private static int lines(ByteBuf more) {
    int found = 0;
    int end = more.writerIndex();
    for (int at = more.indexOf(more.readerIndex(), end, (byte) '\n'); at >= 0; ) {
      found++;
      at = more.indexOf(at + 1, end, (byte) '\n');
    }
    return found;
  }

  /** Bytes that it takes as it came, and decoded. */
  long estimate() {
    return 2 * bytes + (long) LINE * lines;
  }

  /** Begins anew. */
  void clear() {
    bytes = 0;
    lines = 0;
  }
}

package io.tagginggateway.app.admin;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A request's body as a thread reads it that may wait. The event loop asks for the next chunk when
 * one was taken, so that no more than a few are held however large the body is.
 */
public final class StreamedBody extends InputStream {
  private static final int AHEAD = 4;
  private static final Buffer END = Buffer.buffer();
  private static final Buffer BROKEN = Buffer.buffer();

  private final LinkedBlockingQueue<Buffer> chunks = new LinkedBlockingQueue<>();
  private final ReadStream<Buffer> request;
  private final Context context;
  private final long limit;
  private Buffer current = Buffer.buffer();
  private int position;
  private long taken;

  /** Called on the event loop, before anything of the body was handled. */
  public StreamedBody(ReadStream<Buffer> request, Context context, long limit) {
    this.request = request;
    this.context = context;
    this.limit = limit;
    request.pause();
    request.handler(chunks::add);
    request.endHandler(end -> chunks.add(END));
    request.exceptionHandler(problem -> chunks.add(BROKEN));
    request.fetch(AHEAD);
  }

  @Override
  public int read() throws IOException {
    return next() ? current.getByte(position++) & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!next()) {
      return -1;
    }
    int size = Math.min(length, current.length() - position);
    current.getBytes(position, position + size, bytes, offset);
    position += size;
    return size;
  }

  /** Whether it was longer than it may be; then the rest of it was not read. */
  public boolean isTooLarge() {
    return taken > limit;
  }

  /** Reads what is left, so that the caller has sent everything when it is answered. */
  public void drain() throws IOException {
    while (next()) {
      position = current.length();
    }
  }

  @SuppressWarnings("ReferenceEquality") // the marks are no content
  private boolean next() throws IOException {
    while (position == current.length()) {
      Buffer chunk = current == END ? END : take();
      if (chunk == BROKEN) {
        chunks.add(BROKEN);
        throw new CallerIsGone();
      }
      current = chunk;
      position = 0;
      if (chunk == END) {
        return false;
      }
      taken += chunk.length();
      if (taken > limit) {
        throw new IOException("longer than " + limit + " bytes");
      }
      context.runOnContext(now -> request.fetch(1));
    }
    return true;
  }

  private Buffer take() throws IOException {
    try {
      return chunks.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", e);
    }
  }
}

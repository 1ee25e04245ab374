package io.tagginggateway.app.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Collects a request's body, up to a limit. */
final class BodyReader {
  private final int limit;
  private final Handler<byte[]> whole;
  private final Runnable tooLarge;
  private Buffer body = Buffer.buffer();
  private boolean refused;

  private BodyReader(int limit, Handler<byte[]> whole, Runnable tooLarge) {
    this.limit = limit;
    this.whole = whole;
    this.tooLarge = tooLarge;
  }

  /** Whether a body may follow: a request with neither length header has none. */
  static boolean mayHaveBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        : !length.equals("0");
  }

  /** Calls {@code whole} with the body or, as soon as it grows too large, {@code tooLarge}. */
  static void read(HttpServerRequest request, int limit, Handler<byte[]> whole, Runnable tooLarge) {
    BodyReader reader = new BodyReader(limit, whole, tooLarge);
    request.handler(reader::append);
    request.endHandler(end -> reader.end());
  }

  private void append(Buffer chunk) {
    if (refused) {
      return;
    }
    if (body.length() + chunk.length() > limit) {
      refused = true;
      body = Buffer.buffer();
      tooLarge.run();
      return;
    }
    body.appendBuffer(chunk);
  }

  private void end() {
    if (!refused) {
      whole.handle(body.getBytes());
    }
  }
}

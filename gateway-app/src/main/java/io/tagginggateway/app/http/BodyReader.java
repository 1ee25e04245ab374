package io.tagginggateway.app.http;

import io.tagginggateway.app.memory.MemoryBudget;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Collects a request's body, up to a limit. Lives on one event loop. */
final class BodyReader {
  /** A buffer that grows has up to twice the bytes that are in it. */
  private static final int GROWTH = 2;

  /**
   * What is made of a body while it is answered, in its bytes: the array, its text, parameters of
   * two bytes a character, and what decoding them needs. Measured.
   */
  private static final int WORK = 6;

  /** The work on a smaller body is within what each event loop may use. */
  private static final int SMALL = 32 * 1024;

  private final int limit;
  private final PendingRequestLimit.Place place;
  private final MemoryBudget.Share share;
  private final Handler<byte[]> whole;
  private final Handler<ApiError> refuse;
  private Buffer body = Buffer.buffer();
  private boolean refused;

  private BodyReader(
      int limit,
      PendingRequestLimit.Place place,
      MemoryBudget.Share share,
      Handler<byte[]> whole,
      Handler<ApiError> refuse) {
    this.limit = limit;
    this.place = place;
    this.share = share;
    this.whole = whole;
    this.refuse = refuse;
  }

  /** Whether a body may follow: a request with neither length header has none. */
  static boolean mayHaveBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        : !length.equals("0");
  }

  /**
   * Calls {@code whole} with the body or, as soon as that is known, {@code refuse} with what is
   * wrong with it; then the rest of the body is thrown away. A client that goes away hears of
   * neither.
   *
   * @param place given back as soon as nothing of the body is kept any more. Not at {@code
   *     request.end()}, which never completes when a connection closes after a refusal.
   * @param share takes the bytes that are kept; given back with the place, or after the answer
   */
  static void read(
      HttpServerRequest request,
      int limit,
      PendingRequestLimit.Place place,
      MemoryBudget.Share share,
      Handler<byte[]> whole,
      Handler<ApiError> refuse) {
    BodyReader reader = new BodyReader(limit, place, share, whole, refuse);
    request.handler(reader::append);
    request.endHandler(end -> reader.end());
    request.exceptionHandler(reader::failed);
    if (isOver(limit, request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
      reader.refuse(GatewayErrors.BODY_TOO_LARGE);
    }
  }

  /** The decoder lets nothing through as a length but digits. */
  private static boolean isOver(int limit, @Nullable String length) {
    return length != null && Long.parseLong(length) > limit;
  }

  private void append(Buffer chunk) {
    if (refused) {
      return;
    }
    int length = body.length() + chunk.length();
    if (length > limit) {
      refuse(GatewayErrors.BODY_TOO_LARGE);
    } else if (!share.resize((long) GROWTH * length)) {
      refuse(RpcHandler.NO_MEMORY);
    } else {
      body.appendBuffer(chunk);
    }
  }

  /** A client that went away hears nothing; one that sent no chunk where one was due does. */
  private void failed(Throwable cause) {
    leave();
    boolean gone = cause instanceof IOException || cause instanceof HttpClosedException;
    if (!gone && !refused) {
      refuse(GatewayErrors.BAD_REQUEST);
    }
  }

  private void refuse(ApiError error) {
    refused = true;
    body = Buffer.buffer();
    leave();
    refuse.handle(error);
  }

  private void end() {
    if (refused) {
      return;
    }
    if (body.length() > SMALL && !share.resize((long) (GROWTH + WORK) * body.length())) {
      refuse(RpcHandler.NO_MEMORY);
      return;
    }
    place.leave();
    try {
      whole.handle(body.getBytes());
    } finally {
      share.release();
    }
  }

  private void leave() {
    place.leave();
    share.release();
  }
}

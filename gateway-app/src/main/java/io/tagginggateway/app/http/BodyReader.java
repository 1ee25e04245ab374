package io.tagginggateway.app.http;

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
  private final int limit;
  private final PendingRequestLimit.Place place;
  private final Handler<byte[]> whole;
  private final Handler<ApiError> refuse;
  private Buffer body = Buffer.buffer();
  private boolean refused;

  private BodyReader(
      int limit, PendingRequestLimit.Place place, Handler<byte[]> whole, Handler<ApiError> refuse) {
    this.limit = limit;
    this.place = place;
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
   */
  static void read(
      HttpServerRequest request,
      int limit,
      PendingRequestLimit.Place place,
      Handler<byte[]> whole,
      Handler<ApiError> refuse) {
    BodyReader reader = new BodyReader(limit, place, whole, refuse);
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
    if (body.length() + chunk.length() > limit) {
      refuse(GatewayErrors.BODY_TOO_LARGE);
    } else {
      body.appendBuffer(chunk);
    }
  }

  /** A client that went away hears nothing; one that sent no chunk where one was due does. */
  private void failed(Throwable cause) {
    place.leave();
    boolean gone = cause instanceof IOException || cause instanceof HttpClosedException;
    if (!gone && !refused) {
      refuse(GatewayErrors.BAD_REQUEST);
    }
  }

  private void refuse(ApiError error) {
    refused = true;
    body = Buffer.buffer();
    place.leave();
    refuse.handle(error);
  }

  private void end() {
    if (!refused) {
      place.leave();
      whole.handle(body.getBytes());
    }
  }
}

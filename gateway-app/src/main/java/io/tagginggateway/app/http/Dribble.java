package io.tagginggateway.app.http;

import io.tagginggateway.app.rpc.Spoiled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * An answer that is sent piece by piece. It ends early when the client is gone, and at once when
 * the gateway stops. Lives on one event loop.
 */
final class Dribble {
  /** About so long is between two pieces, in milliseconds. Chosen: no client waits that long. */
  private static final int PAUSE = 50;

  private final Delays delays;
  private final HttpServerResponse response;
  private final Buffer body;
  private final int pieces;
  private final int pause;
  private Runnable ended = () -> {};
  private int sent;

  /**
   * A dribble that has not begun.
   *
   * @param response whose head is prepared
   */
  Dribble(Delays delays, HttpServerResponse response, Spoiled.Dribbled answer) {
    this.delays = delays;
    this.response = response;
    this.body = answer.body();
    // At least two, so that something is between them; at most one for each byte.
    this.pieces = Math.max(1, Math.min(body.length(), Math.max(2, answer.millis() / PAUSE)));
    this.pause = pieces == 1 ? 0 : Math.max(1, answer.millis() / (pieces - 1));
  }

  /** Sends the first piece, and the others later. */
  void start(Runnable whenEnded) {
    ended = whenEnded;
    next();
  }

  private void next() {
    if (response.closed()) {
      ended.run();
      return;
    }
    int from = (int) ((long) body.length() * sent / pieces);
    sent++;
    int to = (int) ((long) body.length() * sent / pieces);
    Buffer piece = body.slice(from, to);
    if (sent == pieces) {
      response.end(piece);
      ended.run();
    } else {
      response.write(piece);
      delays.start(response, pause, this::next);
    }
  }
}

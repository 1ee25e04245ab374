package io.tagginggateway.app.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers that are to come late. Lives on one event loop. */
final class Delays {
  private final Vertx vertx;

  /** What is to happen when a timer ends; one for each request that waits at most. */
  private final Map<Long, Runnable> delays = new HashMap<>();

  private boolean ended;

  Delays(Vertx vertx) {
    this.vertx = vertx;
  }

  /** A client that gives up ends its delay: what it asked still happens, as with a slow server. */
  void start(HttpServerResponse response, int millis, Runnable rest) {
    if (millis == 0 || ended) {
      rest.run();
      return;
    }
    long timer = vertx.setTimer(millis, this::end);
    delays.put(timer, rest);
    response.closeHandler(closed -> end(timer));
  }

  /** Nobody is left waiting for a timer that a stop would outrun, nor made to wait. */
  void endAll() {
    ended = true;
    List.copyOf(delays.keySet()).forEach(this::end);
  }

  private void end(long timer) {
    Runnable rest = delays.remove(timer);
    if (rest != null) {
      vertx.cancelTimer(timer);
      rest.run();
    }
  }
}

package io.tagginggateway.app.console;

import io.tagginggateway.app.http.StopSignal;
import io.tagginggateway.app.journal.Journal;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells open pages that something is new, as server-sent events; a page then asks for what it
 * shows. However many requests the gateway answers, a page hears of them {@link #PER_SECOND} times
 * a second at most, and one that does not listen is told nothing meanwhile. Thread-safe.
 */
final class EventStreams {
  /** Chosen: fast enough to look at, and no load. */
  private static final int PER_SECOND = 2;

  /** How many pages may listen at once. Chosen. */
  static final int MAX_STREAMS = 16;

  /** After so many beats a stream ends, and the browser begins another. Chosen: an hour. */
  private static final int MAX_BEATS = 3600 * PER_SECOND;

  /** Every so many beats the chart moves on, and a client that is gone is noticed. */
  private static final int TICK = 5 * PER_SECOND;

  private final Journal journal;
  private final StopSignal stopping;
  private final AtomicInteger open = new AtomicInteger();

  EventStreams(Journal journal, StopSignal stopping) {
    this.journal = journal;
    this.stopping = stopping;
  }

  void open(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (open.incrementAndGet() > MAX_STREAMS) {
      open.decrementAndGet();
      response.setStatusCode(503).putHeader("Retry-After", "30").end();
      return;
    }
    response.putHeader("Content-Type", "text/event-stream").setChunked(true);
    new Stream(context.vertx(), response).begin();
  }

  /** One page's. Lives on one event loop, but for its end. */
  private final class Stream {
    private final Vertx vertx;
    private final Context context;
    private final HttpServerResponse response;
    private final AtomicBoolean ended = new AtomicBoolean();
    private long seen = journal.changes();
    private int beats;
    private long timer;
    private Runnable forget = () -> {};

    Stream(Vertx vertx, HttpServerResponse response) {
      this.vertx = vertx;
      this.context = vertx.getOrCreateContext();
      this.response = response;
    }

    void begin() {
      response.closeHandler(closed -> end());
      response.exceptionHandler(problem -> end());
      response.write("retry: 2000\n\n");
      timer = vertx.setPeriodic(1000 / PER_SECOND, beat -> beat());
      forget = stopping.onStop(() -> context.runOnContext(now -> end()));
    }

    private void beat() {
      if (++beats > MAX_BEATS) {
        end();
      } else if (!response.writeQueueFull()) {
        long now = journal.changes();
        if (now != seen) {
          seen = now;
          response.write("event: requests\ndata:\n\n");
        }
        if (beats % TICK == 0) {
          response.write("event: tick\ndata:\n\n");
        }
      }
    }

    private void end() {
      if (ended.compareAndSet(false, true)) {
        vertx.cancelTimer(timer);
        forget.run();
        open.decrementAndGet();
        if (!response.ended() && !response.closed()) {
          response.end();
        }
      }
    }
  }
}

package io.tagginggateway.app.metrics;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/** Measures how late event loops are: each is asked once a second, and notes when it answers. */
public final class LoopLag {
  private static final long PERIOD_MILLIS = 1000;

  private final Histogram lag = new Histogram();

  /** Watches the event loop that calls, until its verticle ends. */
  public void watch(Vertx vertx) {
    long[] expected = {System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS)};
    vertx.setPeriodic(
        PERIOD_MILLIS,
        id -> {
          long now = System.nanoTime();
          lag.record(Math.max(0, TimeUnit.NANOSECONDS.toMicros(now - expected[0])));
          expected[0] = now + TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS);
        });
  }

  Histogram histogram() {
    return lag;
  }
}

package io.tagginggateway.app.process;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log that the store is full, once a minute at most. Thread-safe. */
final class StoredWarning {
  private static final Logger LOG = LoggerFactory.getLogger(StoredWarning.class);
  private static final long PAUSE_MILLIS = 60_000;

  private final Clock clock;
  private final AtomicLong quietUntil = new AtomicLong(Long.MIN_VALUE);

  StoredWarning(Clock clock) {
    this.clock = clock;
  }

  void refused() {
    long now = clock.millis();
    long until = quietUntil.get();
    if (now >= until && quietUntil.compareAndSet(until, now + PAUSE_MILLIS)) {
      LOG.warn("TagResources is refused: callers have stored as much as limits.stored allows");
    }
  }
}

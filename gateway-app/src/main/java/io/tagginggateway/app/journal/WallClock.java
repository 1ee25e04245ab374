package io.tagginggateway.app.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The time of day, told by the clock that measures durations. Both clocks are read together once a
 * second: to read one for each request costs a fiftieth of all that a request does. Thread-safe.
 */
final class WallClock {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier nanos;
  private final LongSupplier epochNanos;
  private volatile Both last;

  private record Both(long nanos, long epochNanos) {}

  /** The clocks of the system. */
  WallClock() {
    this(System::nanoTime, () -> ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now()));
  }

  WallClock(LongSupplier nanos, LongSupplier epochNanos) {
    this.nanos = nanos;
    this.epochNanos = epochNanos;
    this.last = read();
  }

  private Both read() {
    return new Both(nanos.getAsLong(), epochNanos.getAsLong());
  }

  /**
   * Milliseconds since 1970.
   *
   * @param now what {@link System#nanoTime} told just now
   */
  long millis(long now) {
    Both both = last;
    if (now - both.nanos > SECOND) {
      both = read();
      last = both;
    }
    return Math.floorDiv(both.epochNanos + now - both.nanos, MILLI);
  }
}

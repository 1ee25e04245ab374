package io.tagginggateway.app.hint;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the time that goes into hints: a tenth of one thread's, and none into a store that does
 * not answer in time. Beyond it requests are answered without. Thread-safe.
 */
final class HintBudget {
  private static final long WINDOW = TimeUnit.SECONDS.toNanos(1);
  private static final long PER_WINDOW = TimeUnit.MILLISECONDS.toNanos(100);

  /** Explained in each second, also while classes are loaded and the machine is busy. */
  private static final int ALWAYS = 200;

  private static final long REST = TimeUnit.SECONDS.toNanos(10);

  private final AtomicLong windowStart = new AtomicLong(System.nanoTime());
  private final AtomicLong spent = new AtomicLong();
  private final AtomicInteger explained = new AtomicInteger();
  private volatile long restsUntil = System.nanoTime();

  /** Whether there is time left. */
  boolean isLeft(long now) {
    long start = windowStart.get();
    if (now - start > WINDOW && windowStart.compareAndSet(start, now)) {
      spent.set(0);
      explained.set(0);
    }
    return explained.incrementAndGet() <= ALWAYS || spent.get() < PER_WINDOW;
  }

  void spend(long nanos) {
    spent.addAndGet(nanos);
  }

  /** A store did not answer in time: for a while it is not asked. */
  void storeIsSlow(long now) {
    restsUntil = now + REST;
  }

  /** Whether a store may be asked. */
  boolean mayAskStore(long now) {
    return now - restsUntil >= 0;
  }
}

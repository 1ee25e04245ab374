package io.tagginggateway.app.metrics;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts that every request adds to. Threads are spread over copies that lie apart in memory, since
 * event loops that count in one place wait for each other; a reader adds the copies up. A {@link
 * java.util.concurrent.atomic.LongAdder} spreads them only once two have met in the same moment,
 * and until then shares one line of memory. Thread-safe.
 */
final class StripedCounts {
  /** A power of two. */
  private static final int COPIES = 8;

  /** Two cache lines, in numbers: a processor fetches lines in pairs. */
  private static final int APART = 16;

  private final int stride;
  private final AtomicLongArray counts;

  /** So many counts, all of them 0. */
  StripedCounts(int size) {
    stride = APART + size;
    counts = new AtomicLongArray(COPIES * stride);
  }

  void add(int count, long more) {
    int copy = (int) Thread.currentThread().getId() & (COPIES - 1);
    counts.getAndAdd(place(copy, count), more);
  }

  /** How much was added to a count. */
  long sum(int count) {
    long sum = 0;
    for (int copy = 0; copy < COPIES; copy++) {
      sum += counts.get(place(copy, count));
    }
    return sum;
  }

  /** The first copy, too, lies apart: from the length of the array, which everybody reads. */
  private int place(int copy, int count) {
    return copy * stride + APART + count;
  }
}

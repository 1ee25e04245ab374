package io.tagginggateway.app.metrics;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts that every request adds to. A thread adds to a copy of its own, which lies apart in
 * memory, without an atomic instruction: such an instruction waits for all writes before it, and
 * four of them were 3 % of a request. A copy belongs to the first thread that asks for it; threads
 * that find theirs taken share one and add atomically. A reader adds the copies up. Thread-safe.
 */
final class StripedCounts {
  /** Two cache lines, in numbers: a processor fetches lines in pairs. */
  private static final int APART = 16;

  /** The most copies that have an owner. */
  private static final int MOST = 64;

  /** How many copies have an owner: twice as many as threads that run at once; a power of two. */
  private final int owned;

  private final int stride;

  /** Copies one behind the other, each of its owner's number and its counts; the last is shared. */
  private final AtomicLongArray counts;

  /** So many counts, all of them 0. */
  StripedCounts(int size) {
    int processors = Runtime.getRuntime().availableProcessors();
    owned = Math.min(MOST, 2 * Integer.highestOneBit(2 * processors - 1));
    stride = APART + 1 + size;
    counts = new AtomicLongArray((owned + 1) * stride);
  }

  void add(int count, long more) {
    long thread = Thread.currentThread().getId();
    int copy = (int) thread & (owned - 1);
    if (isOwn(copy, thread)) {
      int place = place(copy, count);
      counts.setRelease(place, counts.getPlain(place) + more);
    } else {
      counts.getAndAdd(place(owned, count), more);
    }
  }

  private boolean isOwn(int copy, long thread) {
    int owner = start(copy);
    long present = counts.getPlain(owner);
    return present == thread || (present == 0 && counts.compareAndSet(owner, 0, thread));
  }

  /** How much was added to a count. */
  long sum(int count) {
    long sum = 0;
    for (int copy = 0; copy <= owned; copy++) {
      sum += counts.getAcquire(place(copy, count));
    }
    return sum;
  }

  private int place(int copy, int count) {
    return start(copy) + 1 + count;
  }

  /** The first copy, too, lies apart: from the length of the array, which everybody reads. */
  private int start(int copy) {
    return copy * stride + APART;
  }
}

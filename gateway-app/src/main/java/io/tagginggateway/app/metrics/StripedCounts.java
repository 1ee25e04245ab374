package io.tagginggateway.app.metrics;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts that every request adds to. A thread adds to a copy of its own, which lies apart in
 * memory, without an atomic instruction: such an instruction waits for all writes before it, and
 * four of them were 3 % of a request. A copy belongs to the first thread that asks for it; threads
 * that find theirs taken share one and add atomically. A reader adds the copies up. Thread-safe.
 */
final class StripedCounts {
  /** A power of two. Event loops are made one after the other, and so get copies of their own. */
  private static final int COPIES = 8;

  /** Two cache lines, in numbers: a processor fetches lines in pairs. */
  private static final int APART = 16;

  private final int stride;

  /** Of each copy its owner, by the thread's number, and its counts; the shared copy is last. */
  private final AtomicLongArray counts;

  /** So many counts, all of them 0. */
  StripedCounts(int size) {
    stride = APART + 1 + size;
    counts = new AtomicLongArray((COPIES + 1) * stride);
  }

  void add(int count, long more) {
    long thread = Thread.currentThread().getId();
    int owner = owner((int) thread & (COPIES - 1));
    if (counts.getPlain(owner) == thread || counts.compareAndSet(owner, 0, thread)) {
      int own = owner + 1 + count;
      counts.setRelease(own, counts.getPlain(own) + more);
    } else {
      counts.getAndAdd(owner(COPIES) + 1 + count, more);
    }
  }

  /** How much was added to a count. */
  long sum(int count) {
    long sum = 0;
    for (int copy = 0; copy <= COPIES; copy++) {
      sum += counts.getAcquire(owner(copy) + 1 + count);
    }
    return sum;
  }

  /** The first copy, too, lies apart: from the length of the array, which everybody reads. */
  private int owner(int copy) {
    return copy * stride + APART;
  }
}

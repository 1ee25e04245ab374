package io.tagginggateway.app.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the requests that wait. One that needs not wait is answered as soon as its event loop sees
 * it and never stands here, so that a full backlog holds up neither it nor the readiness probe.
 * Shared by all event loops.
 */
final class PendingRequestLimit {
  private final int most;
  private final AtomicInteger waiting = new AtomicInteger();

  PendingRequestLimit(int most) {
    this.most = most;
  }

  /** Whether there is room for one more, which then must {@link #leave}. */
  boolean enter() {
    if (waiting.incrementAndGet() <= most) {
      return true;
    }
    leave();
    return false;
  }

  void leave() {
    waiting.decrementAndGet();
  }
}

package io.tagginggateway.app.http;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests that wait. One that needs not wait is answered as soon as its event loop sees
 * it and never stands here, so that a full backlog holds up neither it nor the readiness probe.
 * Thread-safe; shared by all event loops.
 */
final class PendingRequestLimit {
  private final int most;
  private final AtomicInteger waiting = new AtomicInteger();

  PendingRequestLimit(int most) {
    this.most = most;
  }

  /** A place for one more, which must be given back however the request ends; null if full. */
  @Nullable Place enter() {
    if (waiting.incrementAndGet() <= most) {
      return new Place();
    }
    waiting.decrementAndGet();
    return null;
  }

  /** How many may wait. */
  int most() {
    return most;
  }

  /** How many wait at this moment. */
  int waiting() {
    return waiting.get();
  }

  /**
   * One request's place. A request can end in several ways at once, such as refused and then reset,
   * so only the first {@link #leave} counts. Not thread-safe: used on the request's event loop.
   */
  final class Place {
    private boolean left;

    private Place() {}

    /** Gives the place back; does nothing when it was given back before. */
    void leave() {
      if (!left) {
        left = true;
        waiting.decrementAndGet();
      }
    }
  }
}

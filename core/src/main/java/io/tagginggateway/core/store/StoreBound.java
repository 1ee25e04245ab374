package io.tagginggateway.core.store;

import java.util.concurrent.atomic.LongAdder;

/**
 * How many bytes a memory store may hold, as it estimates them, before it refuses changes that add
 * to it. What is put by who runs the gateway counts and is not refused. Thread-safe.
 */
public final class StoreBound {
  /** No bound. */
  public static final StoreBound NONE = new StoreBound(Long.MAX_VALUE, () -> {});

  private final long bytes;
  private final Runnable onRefusal;
  private final LongAdder refused = new LongAdder();

  /**
   * A bound.
   *
   * @param onRefusal called for each change that is refused, on its thread
   */
  public StoreBound(long bytes, Runnable onRefusal) {
    this.bytes = bytes;
    this.onRefusal = onRefusal;
  }

  /** How many bytes there may be. */
  public long bytes() {
    return bytes;
  }

  /** How many changes were refused so far. */
  public long refused() {
    return refused.sum();
  }

  /** Whether a store of {@code held} bytes may grow by {@code more}; counts a refusal. */
  boolean admits(long held, long more) {
    if (more <= 0 || held + more <= bytes) {
      return true;
    }
    refused.increment();
    onRefusal.run();
    return false;
  }
}

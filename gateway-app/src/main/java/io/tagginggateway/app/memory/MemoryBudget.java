package io.tagginggateway.app.memory;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that all callers of a gateway may hold together: connections, unfinished headers,
 * bodies, delayed requests, answers that nobody takes, tunnels. Whoever keeps something for a
 * caller beyond the moment takes its bytes first and keeps nothing if they are refused. The numbers
 * are estimates on the safe side. Thread-safe, and waits for nobody.
 */
public final class MemoryBudget {
  private final long bytes;
  private final @Nullable MemoryBudget whole;
  private final AtomicLong held = new AtomicLong();
  private final LongAdder refused = new LongAdder();

  /** A budget of this many bytes. */
  public MemoryBudget(long bytes) {
    this(bytes, null);
  }

  private MemoryBudget(long bytes, @Nullable MemoryBudget whole) {
    this.bytes = bytes;
    this.whole = whole;
  }

  /** A part of this one: what is taken from it is taken here too, and it never is all of this. */
  public MemoryBudget part(long most) {
    return new MemoryBudget(most, this);
  }

  /** How many bytes there are. */
  public long bytes() {
    return bytes;
  }

  /** How many bytes are held at this moment. */
  public long held() {
    return held.get();
  }

  /** How often bytes were refused so far. */
  public long refused() {
    return refused.sum();
  }

  /** A share of nothing yet. */
  public Share share() {
    return new Share();
  }

  private boolean take(long more) {
    if (held.addAndGet(more) <= bytes) {
      if (whole == null || whole.take(more)) {
        return true;
      }
    } else {
      countRefusal();
    }
    held.addAndGet(-more);
    return false;
  }

  private void countRefusal() {
    refused.increment();
    if (whole != null) {
      whole.countRefusal();
    }
  }

  private void give(long less) {
    held.addAndGet(-less);
    if (whole != null) {
      whole.give(less);
    }
  }

  /**
   * What one connection, request, answer or tunnel holds. Not thread-safe: used on one event loop
   * at a time.
   */
  public final class Share {
    private long size;

    private Share() {}

    /** Makes it this large; false, and as it was, if there are no bytes for that. */
    public boolean resize(long to) {
      long more = to - size;
      if (more > 0 && !take(more)) {
        return false;
      }
      if (more < 0) {
        give(-more);
      }
      size = to;
      return true;
    }

    /** How many bytes it is. */
    public long size() {
      return size;
    }

    /** Gives everything back; does nothing when that was done before. */
    public void release() {
      resize(0);
    }
  }
}

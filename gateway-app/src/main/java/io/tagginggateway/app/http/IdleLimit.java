package io.tagginggateway.app.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection of which nothing was read, and of whose answers the system took nothing, for
 * a time. It looks now and then, so that a request costs it two assignments and not the time of
 * day, and may close later than the limit by an eighth of it. Lives on the connection's event loop.
 */
final class IdleLimit {
  /** How often it looks within the limit. */
  private static final int LOOKS = 8;

  private final long period;
  private boolean read;
  private boolean written;
  private int untakenBefore;
  private long takenBefore;
  private int quiet;
  private @Nullable Future<?> next;

  /**
   * A limit.
   *
   * @param limit how long a connection may be silent; zero for ever
   */
  IdleLimit(Duration limit) {
    period = limit.toNanos() / LOOKS;
  }

  /** Something was read. */
  void read() {
    read = true;
  }

  /** Something was written; the system may take it later, or never. */
  void written() {
    written = true;
  }

  /** Begins to look, and closes the connection from the place of {@code context}. */
  void watch(ChannelHandlerContext context) {
    if (period > 0) {
      // A loop that stood still for a while must not look several times in a row.
      next =
          context
              .executor()
              .scheduleWithFixedDelay(() -> look(context), period, period, TimeUnit.NANOSECONDS);
    }
  }

  private void look(ChannelHandlerContext context) {
    boolean taken = isTaken(context.channel().unsafe().outboundBuffer());
    quiet = read || taken ? 0 : quiet + 1;
    read = false;
    written = false;
    if (quiet == LOOKS) {
      stop();
      // Not by the channel: that waits until all that was written is taken.
      ChannelFuture unused = context.close();
    }
  }

  /** Whether the system took something of what was written since the last look. */
  private boolean isTaken(@Nullable ChannelOutboundBuffer waiting) {
    Object first = waiting == null ? null : waiting.current();
    int untaken = System.identityHashCode(first);
    long progress = waiting == null ? 0 : waiting.currentProgress();
    boolean taken = first == null ? written : untaken != untakenBefore || progress != takenBefore;
    untakenBefore = untaken;
    takenBefore = progress;
    return taken;
  }

  /** Looks no more. */
  void stop() {
    if (next != null) {
      next.cancel(false);
    }
  }
}

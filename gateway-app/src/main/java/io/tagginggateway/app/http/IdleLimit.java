package io.tagginggateway.app.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which nothing has come or gone for a time. It looks now and then, so that
 * a request costs it one assignment and not the time of day, and may close later than the limit by
 * an eighth of it. Lives on the connection's event loop.
 */
final class IdleLimit {
  /** How often it looks within the limit. */
  private static final int LOOKS = 8;

  private final long period;
  private boolean touched;
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

  /** Something came or went. */
  void touch() {
    touched = true;
  }

  /** Begins to look. */
  void watch(Channel channel) {
    if (period > 0) {
      next =
          channel
              .eventLoop()
              .scheduleAtFixedRate(() -> look(channel), period, period, TimeUnit.NANOSECONDS);
    }
  }

  private void look(Channel channel) {
    quiet = touched ? 0 : quiet + 1;
    touched = false;
    if (quiet == LOOKS) {
      stop();
      ChannelFuture unused = channel.close();
    }
  }

  /** Looks no more. */
  void stop() {
    if (next != null) {
      next.cancel(false);
    }
  }
}

package io.tagginggateway.app.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A connection beyond the bound. Its listener asks whether it makes room; it ends by itself. */
final class SparePlace {
  /** A client that is there sends its request with the connection; this is for slow machines. */
  private static final long CHANCE_MILLIS = 20;

  private static final long SILENT_MILLIS = 2_000;

  private final Channel channel;
  private volatile boolean read;
  private volatile boolean probing;
  private int ticks;
  private boolean ending;

  SparePlace(Channel channel) {
    this.channel = channel;
  }

  Channel channel() {
    return channel;
  }

  /** Called on its event loop, when a request can come. */
  void opened() {
    // Not by the time that passes: an event loop that is late reads what came before its timers.
    Future<?> chance =
        channel
            .eventLoop()
            .schedule(
                () -> {
                  read = true;
                },
                CHANCE_MILLIS,
                TimeUnit.MILLISECONDS);
    Future<?> timer =
        channel
            .eventLoop()
            .schedule(
                () -> {
                  ChannelFuture unused = channel.close();
                },
                SILENT_MILLIS,
                TimeUnit.MILLISECONDS);
    channel
        .closeFuture()
        .addListener(
            closed -> {
              chance.cancel(false);
              timer.cancel(false);
            });
  }

  /** A health probe came, which is answered in any case. */
  void probing() {
    probing = true;
  }

  /**
   * Closes it for others, unless what its event loop did not read yet is a health probe. Called on
   * its listener's event loop.
   */
  void end() {
    if (!ending) {
      ending = true;
      EventLoops.afterReading(channel, this::closeUnlessProbing);
    }
  }

  private void closeUnlessProbing() {
    if (!probing) {
      ChannelFuture unused = channel.close();
    }
  }

  /**
   * Whether it may be closed for others. Called at each tick of its listener's event loop.
   *
   * @param handshake how many ticks a handshake may take
   */
  boolean hadItsChance(int handshake) {
    if (probing || !channel.isRegistered()) {
      return false;
    }
    return read || ++ticks > handshake;
  }
}

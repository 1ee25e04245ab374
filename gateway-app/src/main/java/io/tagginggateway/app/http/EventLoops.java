package io.tagginggateway.app.http;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadEventLoop;

/** What Netty's event loops do in which order. */
final class EventLoops {
  private EventLoops() {}

  /**
   * Runs a task on a connection's event loop after that has looked for bytes of its connections: an
   * event loop that had no processor for a while may have many there that it does not know of. It
   * looks once in each iteration, before it runs its tasks. May be called on any thread.
   */
  static void afterReading(Channel connection, Runnable task) {
    EventLoop loop = connection.eventLoop();
    if (loop instanceof SingleThreadEventLoop single) {
      single.executeAfterEventLoopIteration(() -> single.execute(task));
    } else {
      loop.execute(task);
    }
  }
}

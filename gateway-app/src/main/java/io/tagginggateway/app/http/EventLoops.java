package io.tagginggateway.app.http;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadEventLoop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

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

  /**
   * Opens a connection once this event loop is done with the events that it is at. Netty finds the
   * connection of an event by its file descriptor: if one of these events closes a connection, and
   * a new one gets its descriptor, then the new one is given what was meant for the old one, and
   * fails. Called on an event loop, and completes there.
   */
  static <T> Future<T> connectAfterEvents(Vertx vertx, Supplier<Future<T>> connect) {
    Promise<Void> next = Promise.promise();
    vertx.runOnContext(next::complete);
    return next.future().compose(done -> connect.get());
  }
}

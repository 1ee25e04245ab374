package io.tagginggateway.app.http;

import io.netty.channel.Channel;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Ends a server without losing a request: listeners ignore new connections, accept what waits, and
 * close; then each connection ends between two requests. What was written before connections are
 * refused is answered, and the first request of every connection that was accepted.
 */
final class Drain {
  /**
   * Chosen: longer than it takes a handshake or a request under way to arrive, short enough for
   * those who start a gateway for each of their tests.
   */
  private static final long SETTLE_MILLIS = 50;

  private final Vertx vertx;
  private final TrackingTransport transport;
  private final long deadline;

  private Drain(Vertx vertx, TrackingTransport transport, Duration grace) {
    this.vertx = vertx;
    this.transport = transport;
    this.deadline = System.nanoTime() + grace.toNanos();
  }

  /**
   * Completes when every connection is closed, or the grace time is over.
   *
   * @param ports of the listeners to close; others serve on
   */
  static Future<Void> start(Vertx vertx, Set<Integer> ports, Duration grace) {
    return new Drain(vertx, TrackingTransport.of(vertx), grace).run(ports);
  }

  private Future<Void> run(Set<Integer> ports) {
    List<Channel> listeners =
        transport.listeners().stream().filter(listener -> ports.contains(port(listener))).toList();
    listeners.forEach(SynFilter::attach);
    return untilQuiet(listeners, transport.acceptedCount())
        .compose(quiet -> close(listeners))
        .compose(closed -> transport.accepted().isEmpty() ? over() : settle())
        .compose(settled -> endConnections());
  }

  private static int port(Channel listener) {
    return listener.localAddress() instanceof InetSocketAddress address ? address.getPort() : -1;
  }

  /** Until nothing was accepted for a while, and no listener waits for a spare place. */
  private Future<Void> untilQuiet(List<Channel> listeners, long before) {
    return settle()
        .compose(
            settled -> {
              long now = transport.acceptedCount();
              boolean quiet =
                  now == before
                      && listeners.stream().allMatch(listener -> listener.config().isAutoRead());
              return quiet || isOver() ? over() : untilQuiet(listeners, now);
            });
  }

  private Future<Void> close(List<Channel> listeners) {
    return Future.join(listeners.stream().map(this::close).toList()).mapEmpty();
  }

  private Future<Void> close(Channel listener) {
    Promise<Void> closed = Promise.promise();
    listener.close().addListener(done -> closed.complete());
    return closed.future();
  }

  private Future<Void> endConnections() {
    if (transport.accepted().isEmpty() || isOver()) {
      return over();
    }
    for (Channel connection : transport.accepted()) {
      // One that a tunnel's listener accepts in this moment has no event loop yet.
      if (connection.isRegistered()) {
        EventLoops.afterReading(connection, () -> end(connection));
      }
    }
    return settle().compose(settled -> endConnections());
  }

  /** One that has none yet is in its TLS handshake. */
  private static void end(Channel connection) {
    RequestsUnderWay requests = connection.pipeline().get(RequestsUnderWay.class);
    if (requests != null) {
      requests.end(connection);
    }
  }

  private Future<Void> settle() {
    return vertx.timer(SETTLE_MILLIS, TimeUnit.MILLISECONDS).mapEmpty();
  }

  private boolean isOver() {
    return System.nanoTime() - deadline >= 0;
  }

  private static Future<Void> over() {
    return Future.succeededFuture();
  }
}

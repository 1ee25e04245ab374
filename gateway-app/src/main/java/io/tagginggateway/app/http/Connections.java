package io.tagginggateway.app.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.tagginggateway.app.config.Limits;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds how many connections are open, and how long a request on them may take to arrive. */
final class Connections {
  /** What Vert.x calls its own. */
  private static final String HANDLER = "handler";

  private final Limits limits;
  private final HttpServerOptions decoding;
  private final AtomicInteger open = new AtomicInteger();

  Connections(Limits limits) {
    this.limits = limits;
    this.decoding = Listening.plain("", 0, limits);
  }

  /** How many are open at this moment. */
  int open() {
    return open.get();
  }

  /** Takes a connection in, or closes it. Called on its event loop, before its first request. */
  void opened(HttpConnection connection) {
    if (!(connection instanceof ConnectionBase base)) {
      throw new IllegalStateException("HTTP/1 connections alone are served");
    }
    Channel channel = base.channel();
    if (open.incrementAndGet() > limits.connections()) {
      open.decrementAndGet();
      ChannelFuture unused = channel.close();
      return;
    }
    // Not the connection's own handler: a tunnel has another connection on the same channel.
    channel.closeFuture().addListener(closed -> open.decrementAndGet());
    watchRequests(connection, decoding);
    if (!limits.read().isZero()) {
      ReadDeadline.watch(channel, limits.read());
    }
  }

  /**
   * Reads its requests strictly, and lets a stop end it between two of them.
   *
   * @param options of the listener
   */
  static void watchRequests(HttpConnection connection, HttpServerOptions options) {
    if (connection instanceof ConnectionBase base) {
      StrictRequestDecoder.install(base.channel(), options);
      base.channel().pipeline().addBefore(HANDLER, RequestsUnderWay.NAME, new RequestsUnderWay());
    }
  }
}

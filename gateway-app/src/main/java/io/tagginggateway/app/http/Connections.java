package io.tagginggateway.app.http;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.AttributeKey;
import io.tagginggateway.app.config.Limits;
import io.tagginggateway.app.memory.MemoryBudget;
import io.tagginggateway.app.memory.OutOfMemory;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds how many connections are open, by number and by bytes, from the moment they are accepted:
 * a TLS handshake costs more than the connection after it. One too many gets a {@link SparePlaces
 * spare place}. Thread-safe.
 */
final class Connections {
  /** Bytes that a connection holds, asked or silent. An estimate on the safe side. */
  static final int PLAIN = 12 * 1024;

  /** The same with TLS, in its handshake or after it. */
  static final int TLS = 24 * 1024;

  /** Connections may take half of the budget, so that there is always some for requests. */
  private static final int PARTS = 2;

  /** What the system does not take of answers waits here; more of it stops the next request. */
  private static final WriteBufferWaterMark UNTAKEN = new WriteBufferWaterMark(8_192, 16_384);

  private static final AttributeKey<MemoryBudget.Share> SHARE =
      AttributeKey.valueOf("tagging-gateway-connection");

  /** What Vert.x calls its own. */
  private static final String HANDLER = "handler";

  private final Limits limits;
  private final HttpServerOptions decoding;
  private final MemoryBudget ofRequests;
  private final MemoryBudget ofConnections;
  private final SparePlaces spare = new SparePlaces();
  private final AtomicInteger open = new AtomicInteger();

  Connections(Limits limits, MemoryBudget budget, MemoryBudget ofRequests) {
    this.limits = limits;
    this.decoding = Listening.plain("", 0, limits);
    this.ofRequests = ofRequests;
    this.ofConnections = budget.part(budget.bytes() / PARTS);
  }

  /** How many are open at this moment, spare places left out. */
  int open() {
    return open.get();
  }

  /** Bytes for connections, of which tunnels take some too. */
  MemoryBudget ofConnections() {
    return ofConnections;
  }

  /** The places of those beyond the bound. */
  SparePlaces spare() {
    return spare;
  }

  /** Counts a connection that was just accepted, before it has an event loop. */
  void accepted(Channel channel) {
    channel.config().setWriteBufferWaterMark(UNTAKEN);
    channel.config().setRecvByteBufAllocator(turn());
    channel.config().setOption(ChannelOption.SO_SNDBUF, TrackingTransport.SYSTEM_BUFFER);
    MemoryBudget.Share share = ofConnections.share();
    if (open.incrementAndGet() > limits.connections() || !share.resize(TLS)) {
      open.decrementAndGet();
      spare.take(channel);
      return;
    }
    channel.attr(SHARE).set(share);
    channel
        .closeFuture()
        .addListener(
            closed -> {
              open.decrementAndGet();
              share.release();
            });
  }

  /**
   * What is read of a connection before it is another one's turn. With Netty's sixteen reads a
   * client that pipelines takes tens of milliseconds, and a hundred of them leave a probe waiting
   * for seconds.
   */
  private static RecvByteBufAllocator turn() {
    return new AdaptiveRecvByteBufAllocator(512, 2_048, 8_192).maxMessagesPerRead(1);
  }

  /** Called on a connection's event loop, before its first request and after its handshake. */
  void opened(HttpConnection connection) {
    if (!(connection instanceof ConnectionBase base)) {
      throw new IllegalStateException("HTTP/1 connections alone are served");
    }
    Channel channel = base.channel();
    MemoryBudget.Share share = channel.attr(SHARE).get();
    if (share == null) {
      SparePlaces.opened(channel);
    } else if (!connection.isSsl()) {
      share.resize(PLAIN);
    }
    connection.exceptionHandler(OutOfMemory::report);
    StrictRequestDecoder.install(channel, decoding);
    RequestIntake intake = RequestIntake.watch(channel, limits.read(), ofRequests);
    RequestsUnderWay requests = new RequestsUnderWay(new IdleLimit(limits.idle()), intake);
    channel.pipeline().addBefore(HANDLER, RequestsUnderWay.NAME, requests);
  }
}

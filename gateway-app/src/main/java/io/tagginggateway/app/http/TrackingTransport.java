package io.tagginggateway.app.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.transport.Transport;
import java.net.SocketAddress;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Another transport that also keeps its listeners and the connections they have accepted, whose TLS
 * handshake may be still under way: Vert.x tells of neither. Thread-safe.
 */
public final class TrackingTransport implements Transport {
  /**
   * What the system keeps of a connection either way, which a control group of version 2 counts.
   * Its default is megabytes.
   */
  static final int SYSTEM_BUFFER = 64 * 1024;

  /** After so long without a word the system asks whether the other side is there. Chosen. */
  private static final int QUIET_SECONDS = 5;

  private static final int PROBE_SECONDS = 2;
  private static final int PROBES = 3;

  /** How long what was sent, or a probe, may be without an acknowledgement. Chosen. */
  private static final int UNHEARD_MILLIS = 10_000;

  private final Transport transport;
  private final ChannelGroup listeners = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final ChannelGroup accepted = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final AtomicLong count = new AtomicLong();
  private volatile Consumer<Channel> admission = channel -> {};

  /** Does as {@code transport} does, and keeps track. */
  public TrackingTransport(Transport transport) {
    this.transport = transport;
  }

  /**
   * The transport of {@code vertx}.
   *
   * @throws IllegalArgumentException if it was made with another
   */
  static TrackingTransport of(Vertx vertx) {
    if (((VertxInternal) vertx).transport() instanceof TrackingTransport tracking) {
      return tracking;
    }
    throw new IllegalArgumentException("A gateway needs a Vert.x of GatewayVertx");
  }

  /** From now on {@code seesAccepted} is given each connection that is accepted. */
  void admission(Consumer<Channel> seesAccepted) {
    admission = seesAccepted;
  }

  /** The listeners that are open. */
  ChannelGroup listeners() {
    return listeners;
  }

  /** The accepted connections that are open, of all listeners. */
  ChannelGroup accepted() {
    return accepted;
  }

  /** How many connections were ever accepted. */
  long acceptedCount() {
    return count.get();
  }

  @Override
  public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
    ChannelFactory<? extends ServerChannel> factory = transport.serverChannelFactory(domainSocket);
    return () -> {
      ServerChannel listener = factory.newChannel();
      listener.pipeline().addLast(new Accepting());
      // Connections inherit it, also those that were not accepted yet.
      listener.config().setOption(ChannelOption.SO_RCVBUF, SYSTEM_BUFFER);
      listeners.add(listener);
      return listener;
    };
  }

  /** Sees every connection before it is given to its event loop. */
  private final class Accepting extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object connection) {
      Channel channel = (Channel) connection;
      admission.accept(channel);
      count.incrementAndGet();
      accepted.add(channel);
      context.fireChannelRead(connection);
    }
  }

  @Override
  public boolean supportsDomainSockets() {
    return transport.supportsDomainSockets();
  }

  @Override
  public boolean supportFileRegion() {
    return transport.supportFileRegion();
  }

  @Override
  public boolean isAvailable() {
    return transport.isAvailable();
  }

  @Override
  public Throwable unavailabilityCause() {
    return transport.unavailabilityCause();
  }

  @Override
  public SocketAddress convert(io.vertx.core.net.SocketAddress address) {
    return transport.convert(address);
  }

  @Override
  public io.vertx.core.net.SocketAddress convert(SocketAddress address) {
    return transport.convert(address);
  }

  @Override
  public IoHandlerFactory ioHandlerFactory() {
    return transport.ioHandlerFactory();
  }

  @Override
  public EventLoopGroup eventLoopGroup(
      int type, int threads, ThreadFactory threadFactory, int ioRatio) {
    return transport.eventLoopGroup(type, threads, threadFactory, ioRatio);
  }

  @Override
  public DatagramChannel datagramChannel() {
    return transport.datagramChannel();
  }

  @Override
  @SuppressWarnings("deprecation") // the interface's own signature
  public DatagramChannel datagramChannel(InternetProtocolFamily family) {
    return transport.datagramChannel(family);
  }

  @Override
  public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
    return transport.channelFactory(domainSocket);
  }

  @Override
  public void configure(DatagramChannel channel, DatagramSocketOptions options) {
    transport.configure(channel, options);
  }

  @Override
  public void configure(
      ClientOptionsBase options, int connectTimeout, boolean domainSocket, Bootstrap bootstrap) {
    transport.configure(options, connectTimeout, domainSocket, bootstrap);
    if (!domainSocket) {
      watchedBySystem(bootstrap);
    }
  }

  /**
   * A connection to a machine that is gone, or no longer reached, ends by itself: without this the
   * system tries for a quarter of an hour, or for ever where nothing was sent.
   */
  private static void watchedBySystem(Bootstrap bootstrap) {
    bootstrap.option(ChannelOption.SO_KEEPALIVE, true);
    if (Epoll.isAvailable()) {
      bootstrap
          .option(EpollChannelOption.TCP_KEEPIDLE, QUIET_SECONDS)
          .option(EpollChannelOption.TCP_KEEPINTVL, PROBE_SECONDS)
          .option(EpollChannelOption.TCP_KEEPCNT, PROBES)
          .option(EpollChannelOption.TCP_USER_TIMEOUT, UNHEARD_MILLIS);
    }
  }

  @Override
  public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
    transport.configure(options, domainSocket, bootstrap);
  }
}

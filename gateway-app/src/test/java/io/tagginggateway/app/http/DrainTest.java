package io.tagginggateway.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.group.ChannelGroup;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.Limits;
import io.tagginggateway.app.memory.MemoryBudget;
import io.tagginggateway.app.process.GatewayVertx;
import io.tagginggateway.app.testing.RawClient;
import io.tagginggateway.app.testing.RawResponse;
import io.tagginggateway.core.product.file.ProductBundle;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a server ends, seen by its clients. A handler of the test answers, when the test likes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DrainTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Limits LIMITS = ConfigLoader.defaults(ProductBundle.installed()).limits();
  private static final String NOW = "GET /now HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String LATER = "GET /later HTTP/1.1\r\nHost: a\r\n\r\n";

  private static final String GO_ON = "\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n";

  private final Vertx vertx = GatewayVertx.create();
  private final BlockingQueue<Runnable> later = new LinkedBlockingQueue<>();
  private final Semaphore accepted = new Semaphore(0);
  private final BlockingQueue<SingleThreadEventLoop> loops = new LinkedBlockingQueue<>();
  private final StopSignal stopping = new StopSignal();
  private HttpServer server;

  @BeforeEach
  void start() {
    HttpServerOptions options = Listening.plain("127.0.0.1", 0, LIMITS);
    MemoryBudget budget = new MemoryBudget(Integer.MAX_VALUE);
    Connections connections = new Connections(LIMITS, budget, budget);
    server =
        GatewayVertx.join(
            vertx
                .createHttpServer(options)
                .connectionHandler(
                    connection -> {
                      connections.opened(connection);
                      loops.add(loop(connection));
                      accepted.release();
                    })
                .requestHandler(this::answer)
                .listen());
  }

  private static SingleThreadEventLoop loop(HttpConnection connection) {
    return (SingleThreadEventLoop) ((ConnectionBase) connection).channel().eventLoop();
  }

  private void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    Context context = vertx.getOrCreateContext();
    switch (request.path()) {
      case "/now" -> response.end("now");
      case "/later" -> later.add(() -> context.runOnContext(now -> response.end("later")));
      case "/events" -> {
        response.setChunked(true).write("data: 1\n\n");
        Runnable unused = stopping.onStop(() -> context.runOnContext(now -> response.end()));
      }
      default -> throw new IllegalArgumentException(request.path());
    }
  }

  @AfterEach
  void close() {
    GatewayVertx.join(vertx.close());
  }

  private Future<Void> stop(Duration grace) {
    stopping.give();
    return Drain.start(vertx, Set.of(server.actualPort()), grace);
  }

  private RawClient connect() throws IOException {
    return RawClient.over(new Socket(InetAddress.getLoopbackAddress(), server.actualPort()));
  }

  @Test
  void aConnectionThatAskedNothingYetIsServedItsFirstRequest() throws Exception {
    try (RawClient early = connect();
        RawClient late = connect()) {
      awaitAccepted(2);
      Future<Void> stopped = stop(LONG);
      awaitNoListener();
      assertThat(early.ask(NOW).text()).isEqualTo("now");
      assertThat(early.ended()).isTrue();
      RawResponse answer = late.ask(NOW);
      assertThat(answer.text()).isEqualTo("now");
      assertThat(answer.header("connection")).isEqualTo("close");
      assertThat(late.ended()).isTrue();
      GatewayVertx.join(stopped);
    }
  }

  @Test
  void anIdleConnectionIsClosedWithoutWaitingForTheGrace() throws Exception {
    try (RawClient client = connect()) {
      assertThat(client.ask(NOW).header("connection")).isEmpty();
      GatewayVertx.join(stop(LONG));
      assertThat(client.ended()).isTrue();
    }
  }

  @Test
  void aRequestThatWasToldToGoOnIsAnswered() throws Exception {
    try (RawClient client = connect();
        RawClient idle = connect()) {
      assertThat(client.ask(NOW).text()).isEqualTo("now");
      client.send(LATER.replace("GET", "POST").replace("\r\n\r\n", GO_ON));
      assertThat(client.readHead().status()).isEqualTo(100);
      Runnable answer = later.poll(10, TimeUnit.SECONDS);
      assertThat(idle.ask(NOW).text()).isEqualTo("now");
      Future<Void> stopped = stop(LONG);
      // By then the stop has looked at both.
      assertThat(idle.ended()).isTrue();
      client.send("body");
      answer.run();
      assertThat(client.read().text()).isEqualTo("later");
      GatewayVertx.join(stopped);
    }
  }

  @Test
  void whatWasPipelinedIsAnswered() throws Exception {
    try (RawClient client = connect()) {
      client.send(LATER + NOW + LATER + NOW.repeat(40));
      Runnable first = later.poll(10, TimeUnit.SECONDS);
      Future<Void> stopped = stop(LONG);
      awaitNoListener();
      first.run();
      assertThat(client.read().text()).isEqualTo("later");
      assertThat(client.read().text()).isEqualTo("now");
      Runnable second = later.poll(10, TimeUnit.SECONDS);
      second.run();
      assertThat(client.read().text()).isEqualTo("later");
      for (int i = 0; i < 40; i++) {
        assertThat(client.read().text()).isEqualTo("now");
      }
      assertThat(client.ended()).isTrue();
      GatewayVertx.join(stopped);
    }
  }

  /** As on a machine whose processors are all taken for a while. */
  @Test
  void whatAnEventLoopHadNoTimeToReadIsAnswered() throws Exception {
    try (RawClient client = connect()) {
      client.ask(NOW);
      SingleThreadEventLoop loop = loops.take();
      CountDownLatch blocked = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      loop.execute(() -> block(blocked, goOn));
      blocked.await();
      int before = loop.pendingTasks();
      client.send(NOW.repeat(3));
      Future<Void> stopped = stop(LONG);
      awaitNoListener();
      // The stop looks at the connection again and again.
      while (loop.pendingTasks() < before + 3) {
        Thread.onSpinWait();
      }
      goOn.countDown();
      for (int i = 0; i < 3; i++) {
        RawResponse answer = client.read();
        assertThat(answer.text()).isEqualTo("now");
        // A client reads nothing behind the answer that says so.
        assertThat(answer.header("connection")).isEmpty();
      }
      assertThat(client.ended()).isTrue();
      GatewayVertx.join(stopped);
    }
  }

  private static void block(CountDownLatch blocked, CountDownLatch goOn) {
    blocked.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anAnswerThatLastsIsToldToEnd() throws Exception {
    try (RawClient client = connect()) {
      client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(client.readHead().status()).isEqualTo(200);
      GatewayVertx.join(stop(LONG));
      assertThat(client.readToEnd()).endsWith("\r\n0\r\n\r\n");
    }
  }

  @Test
  void aConnectionThatNeverAsksIsClosedWithTheGrace() throws Exception {
    try (RawClient client = connect()) {
      awaitAccepted(1);
      GatewayVertx.join(stop(Duration.ofMillis(200)));
      GatewayVertx.join(vertx.close());
      assertThat(client.ended()).isTrue();
    }
  }

  /** A tunnel's listener accepts while the others are closed. */
  @Test
  void aConnectionThatHasNoEventLoopYetIsWaitedFor() throws Exception {
    TrackingTransport transport = TrackingTransport.of(vertx);
    Channel coming = transport.channelFactory(false).newChannel();
    transport.accepted().add(coming);
    try (RawClient idle = connect()) {
      assertThat(idle.ask(NOW).text()).isEqualTo("now");
      Future<Void> stopped = stop(LONG);
      // By then the stop has looked at both.
      assertThat(idle.ended()).isTrue();
      assertThat(stopped.isComplete()).isFalse();
      ((VertxInternal) vertx).eventLoopGroup().register(coming).sync();
      coming.close().sync();
      GatewayVertx.join(stopped);
    }
  }

  private void awaitAccepted(int connections) throws InterruptedException {
    assertThat(accepted.tryAcquire(connections, 10, TimeUnit.SECONDS)).isTrue();
  }

  private void awaitNoListener() throws InterruptedException {
    ChannelGroup listeners = TrackingTransport.of(vertx).listeners();
    assertThat(listeners.newCloseFuture().await(10, TimeUnit.SECONDS)).isTrue();
  }
}

package io.tagginggateway.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.SingleThreadEventLoop;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.Limits;
import io.tagginggateway.app.memory.MemoryBudget;
import io.tagginggateway.app.process.GatewayVertx;
import io.tagginggateway.app.testing.RawClient;
import io.tagginggateway.core.product.file.ProductBundle;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.internal.ContextInternal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that has no place but spare ones, on a machine whose processors are all taken. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SparePlaceTest {
  private static final String PROBE = "GET /_gateway/health/live HTTP/1.1\r\nHost: a\r\n\r\n";

  private final Vertx vertx = GatewayVertx.create();
  private final ContextInternal context = (ContextInternal) vertx.getOrCreateContext();
  private final SingleThreadEventLoop loop = (SingleThreadEventLoop) context.nettyEventLoop();
  private final CountDownLatch allOpened = new CountDownLatch(ListenerPlaces.PLACES);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger opened = new AtomicInteger();
  private Connections connections;
  private HttpServer server;

  @BeforeEach
  void start() {
    Limits limits = ConfigLoader.defaults(ProductBundle.installed()).limits();
    MemoryBudget none = new MemoryBudget(0);
    connections = new Connections(limits, none, new MemoryBudget(Integer.MAX_VALUE));
    TrackingTransport.of(vertx).admission(connections::accepted);
    HttpServerOptions options = Listening.plain("127.0.0.1", 0, limits);
    Promise<HttpServer> listening = Promise.promise();
    context.runOnContext(
        now ->
            vertx
                .createHttpServer(options)
                .connectionHandler(this::opened)
                .requestHandler(
                    connections
                        .spare()
                        .gate(probe -> probe.response().end("UP"), other -> other.response().end()))
                .listen()
                .onComplete(listening));
    server = GatewayVertx.join(listening.future());
  }

  @AfterEach
  void stop() {
    goOn.countDown();
    GatewayVertx.join(vertx.close());
  }

  /** The event loop stands still when all connections are there, and none was read. */
  private void opened(HttpConnection connection) {
    connections.opened(connection);
    allOpened.countDown();
    if (opened.incrementAndGet() == ListenerPlaces.PLACES) {
      await(goOn);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aProbeThatAnEventLoopHadNoTimeToReadIsAnswered() throws Exception {
    CountDownLatch sent = new CountDownLatch(1);
    loop.execute(() -> await(sent));
    List<RawClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < ListenerPlaces.PLACES; i++) {
        RawClient client =
            RawClient.over(new Socket(InetAddress.getLoopbackAddress(), server.actualPort()));
        clients.add(client);
        client.send(PROBE);
      }
      // All are to be opened in one turn, before any is read.
      while (loop.pendingTasks() < ListenerPlaces.PLACES) {
        Thread.onSpinWait();
      }
      sent.countDown();
      allOpened.await();
      // Their listener, which has no place left, gives up each of them.
      while (loop.pendingTasks() < ListenerPlaces.PLACES) {
        Thread.onSpinWait();
      }
      goOn.countDown();
      for (RawClient client : clients) {
        assertThat(client.read().text()).isEqualTo("UP");
      }
    } finally {
      closeAll(clients);
    }
  }

  private static void closeAll(List<RawClient> clients) throws IOException {
    for (RawClient client : clients) {
      client.close();
    }
  }
}

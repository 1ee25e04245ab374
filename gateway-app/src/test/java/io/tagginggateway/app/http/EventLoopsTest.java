package io.tagginggateway.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class EventLoopsTest {
  private static final int CLOSED = 30;

  /** More than are closed: the first of them fill gaps among the descriptors. */
  private static final int OPENED = 4 * CLOSED;

  private final List<NetSocket> accepted = new ArrayList<>();
  private Vertx vertx;
  private NetClient client;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
    client = vertx.createNetClient();
  }

  @AfterEach
  void stop() throws Exception {
    await(vertx.close());
  }

  /** All on one event loop, which finds all that the clients did at once. */
  @Test
  void aConnectionIsNotGivenWhatWasMeantForOneThatIsClosedAtTheSameTime() throws Exception {
    int target = await(server().connectHandler(socket -> {}).listen(0)).actualPort();
    NetServer server = await(server().connectHandler(accepted::add).listen(0));
    Promise<Object> opened = Promise.promise();
    try (Socket first = Wire.connect(server.actualPort())) {
      List<Socket> others = new ArrayList<>();
      for (int i = 0; i < CLOSED; i++) {
        others.add(Wire.connect(server.actualPort()));
      }
      while (await(accepted()) <= CLOSED) {
        Thread.onSpinWait();
      }
      CountDownLatch held = new CountDownLatch(1);
      CountDownLatch written = new CountDownLatch(1);
      vertx.runOnContext(
          run -> {
            accepted.get(0).handler(read -> replaceAll(target).onComplete(opened));
            held.countDown();
            uninterrupted(written);
          });
      held.await();
      first.getOutputStream().write('a');
      for (Socket other : others) {
        other.setSoLinger(true, 0);
        other.close();
      }
      written.countDown();
      assertThat(await(opened.future())).isEqualTo(OPENED);
    }
  }

  private NetServer server() {
    return vertx.createNetServer();
  }

  private Future<Integer> accepted() {
    Promise<Integer> size = Promise.promise();
    vertx.runOnContext(run -> size.complete(accepted.size()));
    return size.future();
  }

  private Future<Object> replaceAll(int port) {
    for (NetSocket socket : accepted.subList(1, accepted.size())) {
      Future<Void> unused = socket.close();
    }
    Stream<Future<NetSocket>> connections =
        Stream.generate(
                () -> EventLoops.connectAfterEvents(vertx, () -> client.connect(port, "127.0.0.1")))
            .limit(OPENED);
    return Future.all(connections.toList()).map(all -> all.size());
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}

package io.tagginggateway.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.process.GatewayVertx;
import io.tagginggateway.app.testing.RawClient;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The first calls of the admin API, whose routes are not there yet. */
@Timeout(60)
final class AdminDoorTest {
  private final Vertx vertx = GatewayVertx.create();
  private final AtomicInteger calls = new AtomicInteger();

  /** Counts calls, and answers the length of the body. */
  private AdminRoutes routes() {
    AdminEndpoint endpoint =
        (loop, router) ->
            router
                .route("/echo")
                .handler(BodyHandler.create(false))
                .handler(
                    context -> {
                      calls.incrementAndGet();
                      context.response().end("" + context.body().length());
                    });
    BrowserSessions sessions = new BrowserSessions("", Clock.systemUTC());
    return new AdminRoutes(sessions, "127.0.0.1", List.of(endpoint), List.of());
  }

  private HttpServer serve(Supplier<AdminRoutes> routes) {
    return GatewayVertx.join(
        vertx
            .createHttpServer()
            .requestHandler(new AdminDoor(vertx, routes))
            .listen(0, "127.0.0.1"));
  }

  private static RawClient connect(HttpServer server) throws IOException {
    return RawClient.over(new Socket(InetAddress.getLoopbackAddress(), server.actualPort()));
  }

  private static String post(int length) {
    return "POST /_gateway/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  @AfterEach
  void close() {
    GatewayVertx.join(vertx.close());
  }

  @Test
  void theFirstCallMayHaveABodyOfAnyLengthAndOthersBehindIt() throws Exception {
    HttpServer server = serve(this::routes);
    try (RawClient client = connect(server)) {
      client.send(post(300_000) + "x".repeat(300_000) + post(1) + "x");
      assertThat(client.read().text()).isEqualTo("300000");
      assertThat(client.read().text()).isEqualTo("1");
    }
  }

  @Test
  void aCallerWhoLeavesMeanwhileReachesNoRoute() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    HttpServer server =
        serve(
            () -> {
              awaitQuietly(gone);
              return routes();
            });
    try (RawClient waiting = connect(server)) {
      waiting.send(post(1) + "x");
      try (RawClient leaving = connect(server)) {
        leaving.send(post(10) + "half");
        leaving.reset();
      }
      try (RawClient late = connect(server)) {
        late.send(post(2) + "xx");
        gone.countDown();
        assertThat(waiting.read().text()).isEqualTo("1");
        assertThat(late.read().text()).isEqualTo("2");
      }
    }
    assertThat(calls).hasValue(2);
  }

  @Test
  void whatCouldNotBeMadeIsTriedAgainWithTheNextCall() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    HttpServer server =
        serve(
            () -> {
              if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("as the test wants it");
              }
              return routes();
            });
    try (RawClient client = connect(server)) {
      assertThat(client.ask(post(1) + "x").outcome()).isEqualTo("500");
      assertThat(client.ask(post(1) + "x").text()).isEqualTo("1");
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

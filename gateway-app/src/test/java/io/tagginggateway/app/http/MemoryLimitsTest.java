package io.tagginggateway.app.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.TestGateway;
import io.tagginggateway.app.config.Limits;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever callers make the gateway hold, it stays within the budget, others are answered
 * meanwhile, and nothing is left when they are gone.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class MemoryLimitsTest {
  private static final int MEMORY = 4 << 20;
  private static final String HOST = " HTTP/1.1\r\nHost: vpcipam.localhost\r\n";
  private static final String LIST =
      "GET /?"
          + TestGateway.ipam("ListTagResources", "&Format=JSON&ResourceId.1=a")
          + HOST
          + "\r\n";
  private static final String POST =
      "POST /?"
          + TestGateway.ipam("ListTagResources", "&Format=JSON")
          + HOST
          + "Content-Type: application/x-www-form-urlencoded\r\n";

  private final TestGateway gateway =
      TestGateway.limited(
          new Limits(
              4096,
              128 << 10,
              64 << 10,
              Duration.ofSeconds(30),
              Duration.ofSeconds(30),
              1000,
              MEMORY,
              0));
  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void nothingIsHeldWhenAllAreGone() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    await(() -> gateway.load.budget().held() == 0 && gateway.load.open() == 0);
    assertThat(gateway.load.budget().held()).isZero();
    assertThat(gateway.load.waiting()).isZero();
    gateway.close();
  }

  private Socket connect() throws IOException {
    Socket socket = Wire.connect(gateway.port());
    sockets.add(socket);
    return socket;
  }

  /** Sends all of it unless the other side closes before. */
  private static void send(Socket socket, String bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (SocketException closed) {
      // what came back is looked at later
    }
  }

  private void assertWithinBudgetAndServing() throws IOException {
    assertThat(gateway.load.budget().held()).isBetween(0L, (long) MEMORY);
    assertThat(Wire.exchange(connect(), LIST)).startsWith("HTTP/1.1 200");
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < patience) {
      Thread.onSpinWait();
    }
  }

  @Test
  void unfinishedHeadersOfOneLongLine() throws Exception {
    for (int i = 0; i < 60; i++) {
      send(connect(), "GET /?a" + HOST + "X: " + "x".repeat(60_000));
    }
    await(() -> gateway.load.budget().refused() > 10);
    assertThat(gateway.load.budget().refused()).isPositive();
    assertWithinBudgetAndServing();
  }

  @Test
  void unfinishedHeadersOfManyShortLines() throws Exception {
    for (int i = 0; i < 10; i++) {
      send(connect(), "GET /?a" + HOST + "a:\r\n".repeat(15_000));
    }
    await(() -> gateway.load.budget().refused() > 6 && gateway.load.open() < 4);
    assertThat(gateway.load.open()).isLessThan(4);
    assertWithinBudgetAndServing();
  }

  @Test
  void unfinishedBodies() throws Exception {
    String half = POST + "Content-Length: 1000000\r\n\r\n" + "x".repeat(900_000);
    for (int i = 0; i < 12; i++) {
      send(connect(), half);
    }
    await(() -> gateway.load.budget().refused() >= 10 && gateway.load.waiting() <= 2);
    assertThat(gateway.load.waiting()).isLessThanOrEqualTo(2);
    int refused = 0;
    for (Socket socket : sockets) {
      if (socket.getInputStream().available() > 0) {
        assertThat(Wire.answer(socket)).startsWith("HTTP/1.1 503").contains("ServiceUnavailable");
        refused++;
      }
    }
    assertThat(refused).isPositive();
    assertWithinBudgetAndServing();
  }

  @Test
  void aLargeBodyIsAnsweredWhenThereIsRoomForTheWorkOnIt() throws Exception {
    String body = "ResourceId.1=" + "x".repeat(300_000);
    String whole = POST + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    assertThat(Wire.exchange(connect(), whole)).contains("IllegalParam.ResourceId");
    String tooMuch = "ResourceId.1=" + "x".repeat(900_000);
    assertThat(
            Wire.exchange(
                connect(), POST + "Content-Length: " + tooMuch.length() + "\r\n\r\n" + tooMuch))
        .startsWith("HTTP/1.1 503");
  }

  @Test
  void answersThatNobodyTakes() throws Exception {
    fill();
    String all = "GET /?" + TestGateway.plugin("ListTagResources", "&Tag.1.Key=k0&Format=JSON");
    for (int key = 1; key < 20; key++) {
      all += "&Tag." + (key + 1) + ".Key=k" + key;
    }
    String request = all + " HTTP/1.1\r\nHost: apigateway.localhost\r\n\r\n";
    try (Socket one = Wire.connect(gateway.port())) {
      assertThat(Wire.exchange(one, request))
          .startsWith("HTTP/1.1 200")
          .hasSizeGreaterThan(200_000);
    }
    String flood = request.repeat(60_000 / request.length());
    for (int i = 0; i < 30; i++) {
      Socket socket = connect();
      socket.setReceiveBufferSize(4096);
      send(socket, flood);
    }
    await(() -> gateway.load.budget().refused() > 0);
    assertThat(gateway.load.budget().refused()).isPositive();
    assertWithinBudgetAndServing();
  }

  private void fill() throws IOException {
    StringBuilder tags = new StringBuilder();
    for (int key = 0; key < 20; key++) {
      tags.append("&Tag.").append(key + 1).append(".Key=k").append(key);
      tags.append("&Tag.").append(key + 1).append(".Value=").append("v".repeat(128));
    }
    for (int id = 0; id < 50; id++) {
      String request =
          "GET /?"
              + TestGateway.plugin("TagResources", "&ResourceId.1=r" + id + tags)
              + " HTTP/1.1\r\nHost: apigateway.localhost\r\n\r\n";
      try (Socket socket = Wire.connect(gateway.port())) {
        assertThat(Wire.exchange(socket, request)).startsWith("HTTP/1.1 200");
      }
    }
  }

  @Test
  void requestsBehindOneThatWaitsStayBytesAndAreAnsweredInOrder() throws Exception {
    gateway.fault("{'fault':{'type':'delay','millis':2000},'times':1}");
    Socket socket = connect();
    StringBuilder requests = new StringBuilder(LIST);
    int count = 2_000;
    for (int i = 0; i < count; i++) {
      requests.append(LIST.replace("Format=JSON", "Format=f" + i));
    }
    Thread sender =
        new Thread(
            () -> {
              try {
                send(socket, requests.toString());
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    sender.start();
    await(() -> gateway.load.waiting() == 1);
    // Decoded they would be some megabytes.
    assertThat(gateway.load.budget().held()).isLessThan(300_000);
    assertThat(Wire.answer(socket)).startsWith("HTTP/1.1 200");
    for (int i = 0; i < count; i++) {
      assertThat(Wire.answer(socket))
          .startsWith("HTTP/1.1 400")
          .contains("InvalidParameter.Format");
    }
    sender.join();
  }

  @Test
  void delayedRequests() throws Exception {
    gateway.fault("{'fault':{'type':'delay','millis':60000},'times':0}");
    String body = "ResourceId.1=" + "x".repeat(60_000);
    int refused = 0;
    for (int i = 0; i < 40; i++) {
      send(connect(), POST + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }
    await(() -> gateway.load.waiting() < 20 && gateway.load.budget().refused() > 20);
    for (Socket socket : sockets) {
      refused += socket.getInputStream().available() > 0 ? 1 : 0;
    }
    assertThat(refused).isPositive();
    assertThat(gateway.load.waiting()).isBetween(1, 20);
    assertThat(gateway.load.budget().held()).isLessThanOrEqualTo(MEMORY);
  }
}

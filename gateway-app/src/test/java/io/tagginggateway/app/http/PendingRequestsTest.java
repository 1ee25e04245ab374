package io.tagginggateway.app.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.TestGateway;
import io.tagginggateway.app.config.Limits;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A request that waits gives its place back exactly once, however it ends. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PendingRequestsTest {
  private static final int QUEUE = 40;
  private static final int SOAK = 2_000;
  private static final String FORM =
      "POST /?"
          + TestGateway.ipam("ListTagResources", "&Format=JSON")
          + " HTTP/1.1\r\nHost: vpcipam.localhost\r\n"
          + "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final String WHOLE = FORM + "Content-Length: 14\r\n\r\nResourceId.1=a";
  private static final String HALF = FORM + "Content-Length: 14\r\n\r\nResour";
  private static final String TOO_LARGE = FORM + "Content-Length: 20000000\r\n\r\nResourceId.1=";
  private static final String CHUNKED = FORM + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String CHUNK = "40000\r\n" + "x".repeat(0x40000) + "\r\n";
  private static final String CONNECT =
      "CONNECT vpcipam.aliyuncs.com:443 HTTP/1.1\r\nHost: vpcipam.aliyuncs.com:443\r\n";

  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    Duration idle = Duration.ofSeconds(30);
    Duration read = Duration.ofMillis(500);
    gateway = TestGateway.limited(new Limits(4096, 128 * 1024, 64 * 1024, idle, read, QUEUE, 0, 0));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  /** What a client does on a connection that is closed behind it. */
  private interface Client {
    void run(Socket socket) throws IOException;
  }

  static Stream<Named<Client>> waysToEnd() {
    return Stream.of(
        Named.of("answered", socket -> answered(socket, WHOLE, 200)),
        Named.of("answered, chunked", socket -> answered(socket, CHUNKED + "0\r\n\r\n", 400)),
        Named.of("413, then silence", socket -> answered(socket, TOO_LARGE, 413)),
        Named.of("413, then reset", socket -> reset(socket, TOO_LARGE, 413)),
        Named.of("413, then half-closed", socket -> halfClosed(socket, TOO_LARGE, 413)),
        Named.of("413, chunked", socket -> answered(socket, CHUNKED + CHUNK.repeat(5), 413)),
        Named.of("413, and the rest of it", PendingRequestsTest::sendsOn),
        Named.of("reset in its body", socket -> reset(socket, HALF, 0)),
        Named.of("closed in its body", socket -> socket.getOutputStream().write(bytes(HALF))),
        Named.of("half-closed in its body", socket -> halfClosed(socket, HALF, 0)),
        Named.of("broken in its body", socket -> answered(socket, CHUNKED + "zz\r\n", 400)),
        Named.of("timed out in its body", socket -> timedOut(socket, HALF)),
        Named.of(
            "CONNECT with content", s -> answered(s, CONNECT + "Content-Length: 9\r\n\r\n", 400)),
        Named.of("upgraded", socket -> reset(socket, upgrade(HALF), 0)));
  }

  @ParameterizedTest
  @MethodSource("waysToEnd")
  void aPlaceIsGivenBackOnceHoweverARequestEnds(Client client) throws Exception {
    for (int i = 0; i < 3; i++) {
      try (Socket socket = Wire.connect(gateway.port())) {
        client.run(socket);
      }
    }
    assertNobodyWaits();
    try (Socket socket = Wire.connect(gateway.port())) {
      answered(socket, WHOLE, 200);
    }
  }

  @Test
  void aDelayGivesItsPlaceBackWhenItEndsAndWhenItsClientGoes() throws Exception {
    gateway.fault("{'fault':{'type':'delay','millis':50},'times':1}");
    try (Socket socket = Wire.connect(gateway.port())) {
      answered(socket, WHOLE, 200);
    }
    gateway.fault("{'fault':{'type':'delay','millis':60000},'times':1}");
    try (Socket socket = Wire.connect(gateway.port())) {
      socket.getOutputStream().write(bytes(WHOLE));
      while (gateway.load.waiting() == 0) {
        Thread.onSpinWait();
      }
    }
    assertNobodyWaits();
  }

  @Test
  void afterThousandsOfRefusedBodiesNobodyWaits() throws Exception {
    for (int i = 0; i < SOAK; i++) {
      try (Socket socket = Wire.connect(gateway.port())) {
        if (i % 2 == 0) {
          reset(socket, TOO_LARGE, 413);
        } else {
          answered(socket, TOO_LARGE, 413);
        }
      }
    }
    assertNobodyWaits();
  }

  private static void assertNobodyWaits() {
    long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (gateway.load.waiting() != 0 && System.nanoTime() < patience) {
      Thread.onSpinWait();
    }
    assertThat(gateway.load.waiting()).isZero();
  }

  private static void answered(Socket socket, String request, int status) throws IOException {
    assertThat(exchange(socket, request)).startsWith("HTTP/1.1 " + status);
  }

  /** A server that has refused a request may close while the rest of it is written. */
  private static String exchange(Socket socket, String request) throws IOException {
    try {
      socket.getOutputStream().write(bytes(request));
    } catch (SocketException closed) {
      // what it answered is read next
    }
    return Wire.answer(socket);
  }

  private static void reset(Socket socket, String request, int status) throws IOException {
    if (status == 0) {
      socket.getOutputStream().write(bytes(request));
    } else {
      answered(socket, request, status);
    }
    socket.setSoLinger(true, 0);
  }

  private static void halfClosed(Socket socket, String request, int status) throws IOException {
    if (status == 0) {
      socket.getOutputStream().write(bytes(request));
    } else {
      answered(socket, request, status);
    }
    socket.shutdownOutput();
    assertThat(Wire.ended(socket)).isTrue();
  }

  private static void timedOut(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(bytes(request));
    assertThat(Wire.ended(socket)).isTrue();
  }

  private static void sendsOn(Socket socket) throws IOException {
    String tail = "x".repeat(2_000_000 - "ResourceId.1=".length());
    answered(socket, TOO_LARGE.replace("20000000", "2000000") + tail, 413);
  }

  private static String upgrade(String request) {
    return request.replace("\r\n\r\n", "\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}

package io.tagginggateway.app.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.TestGateway;
import io.tagginggateway.app.config.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LimitsTest {
  private static final long MEMORY = 64L << 20;
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String HEADERS = " HTTP/1.1\r\nHost: vpcipam.localhost\r\n";
  private static final String LIST =
      "GET /?" + TestGateway.ipam("ListTagResources", "&ResourceId.1=a&Format=JSON") + HEADERS;
  private static final String FORM =
      "POST /?"
          + TestGateway.ipam("ListTagResources", "&Format=JSON")
          + HEADERS
          + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 14\r\n\r\n";

  @Test
  void oneConnectionTooManyIsServiceUnavailableAndAFreedPlaceIsTaken() throws Exception {
    try (TestGateway gateway = TestGateway.limited(limits(1, LONG, LONG, 10));
        Socket first = Wire.connect(gateway.port())) {
      assertThat(Wire.exchange(first, LIST + "\r\n")).startsWith("HTTP/1.1 200");
      try (Socket second = Wire.connect(gateway.port())) {
        assertThat(Wire.exchange(second, LIST + "\r\n"))
            .startsWith("HTTP/1.1 503")
            .contains("ServiceUnavailable");
        assertThat(Wire.ended(second)).isTrue();
      }
      try (Socket silent = Wire.connect(gateway.port())) {
        assertThat(Wire.ended(silent)).isTrue();
      }
      first.close();
      assertThat(untilServed(gateway.port())).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void linesAndHeadersBeyondTheirLimitsAreRefusedInTheDialect() throws Exception {
    Limits limits = new Limits(10, 1024, 2048, LONG, LONG, 10, MEMORY, 0);
    try (TestGateway gateway = TestGateway.limited(limits)) {
      try (Socket socket = Wire.connect(gateway.port())) {
        assertThat(Wire.exchange(socket, "GET /?a=" + "x".repeat(1100) + HEADERS + "\r\n"))
            .contains(" 414 ")
            .contains("RequestURITooLong");
      }
      try (Socket socket = Wire.connect(gateway.port())) {
        assertThat(Wire.exchange(socket, LIST + "A: " + "x".repeat(3000) + "\r\n\r\n"))
            .contains(" 431 ");
      }
    }
  }

  @Test
  void aSilentConnectionIsClosed() throws Exception {
    try (TestGateway gateway = TestGateway.limited(limits(10, SHORT, LONG, 10));
        Socket socket = Wire.connect(gateway.port())) {
      assertThat(Wire.exchange(socket, LIST + "\r\n")).startsWith("HTTP/1.1 200");
      assertThat(Wire.ended(socket)).isTrue();
    }
  }

  @Test
  void aClientThatTakesNothingOfItsAnswersIsClosedAndNothingIsHeldForIt() throws Exception {
    try (TestGateway gateway = TestGateway.limited(limits(10, SHORT, LONG, 10));
        Socket deaf = new Socket()) {
      deaf.setReceiveBufferSize(4096);
      deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port()));
      deaf.getOutputStream().write((LIST + "\r\n").repeat(2_000).getBytes(ISO_8859_1));
      await(() -> gateway.load.open() == 1);
      await(() -> gateway.load.open() == 0 && gateway.load.budget().held() == 0);
    }
  }

  private static void await(BooleanSupplier condition) {
    long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for too long").isLessThan(patience);
      Thread.onSpinWait();
    }
  }

  @Test
  void aHeaderThatDripsIsCutOff() throws Exception {
    try (TestGateway gateway = TestGateway.limited(limits(10, LONG, SHORT, 10));
        Socket socket = Wire.connect(gateway.port())) {
      assertThat(Wire.exchange(socket, LIST + "\r\n")).startsWith("HTTP/1.1 200");
      assertThat(dripUntilClosed(socket, LIST + "X-Slow: ")).isTrue();
    }
  }

  @Test
  void aBodyThatDripsIsCutOff() throws Exception {
    try (TestGateway gateway = TestGateway.limited(limits(10, LONG, SHORT, 10));
        Socket socket = Wire.connect(gateway.port())) {
      String head = FORM.replace("Content-Length: 14", "Content-Length: 1000000");
      assertThat(dripUntilClosed(socket, head)).isTrue();
    }
  }

  @Test
  void aFullQueueIsServiceUnavailableAtOnceAndWaitsForNothing() throws Exception {
    try (TestGateway gateway = TestGateway.limited(limits(10, LONG, LONG, 1));
        Socket slow = Wire.connect(gateway.port());
        Socket other = Wire.connect(gateway.port());
        Socket quick = Wire.connect(gateway.port())) {
      // The server says that it waits for the body.
      String waiting = FORM.replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");
      assertThat(Wire.exchange(slow, waiting)).startsWith("HTTP/1.1 100");
      assertThat(Wire.exchange(other, FORM + "ResourceId.1=a"))
          .startsWith("HTTP/1.1 503")
          .contains("\"Code\":\"ServiceUnavailable\"", "\"Recommend\"");
      assertThat(Wire.exchange(quick, LIST + "\r\n")).startsWith("HTTP/1.1 200");
      assertThat(Wire.exchange(slow, "ResourceId.1=a")).startsWith("HTTP/1.1 200");
      assertThat(Wire.exchange(quick, FORM + "ResourceId.1=a")).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aBodyThatNeverEndsLeavesTheQueueWithItsConnection() throws Exception {
    try (TestGateway gateway = TestGateway.limited(limits(10, LONG, LONG, 1))) {
      for (int i = 0; i < 3; i++) {
        String answer;
        do {
          // Refused until the server has seen that the last one hung up.
          try (Socket socket = Wire.connect(gateway.port())) {
            answer =
                Wire.exchange(socket, FORM.replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));
          }
        } while (answer.startsWith("HTTP/1.1 503"));
        assertThat(answer).startsWith("HTTP/1.1 100");
      }
    }
  }

  private static Limits limits(int connections, Duration idle, Duration read, int queue) {
    return new Limits(connections, 128 * 1024, 64 * 1024, idle, read, queue, MEMORY, 0);
  }

  private static String untilServed(int port) throws IOException {
    while (true) {
      try (Socket socket = Wire.connect(port)) {
        String answer = Wire.exchange(socket, LIST + "\r\n");
        if (!answer.isEmpty() && !answer.startsWith("HTTP/1.1 503")) {
          return answer;
        }
      } catch (SocketException e) {
        // Closed: the server has not seen yet that a place is free.
      }
    }
  }

  /** Sends a byte whenever the server had 20 ms to close the connection, and did not. */
  private static boolean dripUntilClosed(Socket socket, String start) throws IOException {
    socket.setSoTimeout(20);
    socket.getOutputStream().write(start.getBytes(ISO_8859_1));
    for (int i = 0; i < 1000; i++) {
      try {
        socket.getOutputStream().write('x');
        return socket.getInputStream().read() < 0;
      } catch (SocketTimeoutException e) {
        // Still open.
      } catch (SocketException e) {
        return true;
      }
    }
    return false;
  }
}

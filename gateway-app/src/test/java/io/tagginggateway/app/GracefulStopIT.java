package io.tagginggateway.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar is told to stop while clients go on asking: none of them sees half an answer. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class GracefulStopIT {
  private static final int CLIENTS = 8;
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+) ");
  private static final Pattern LENGTH = Pattern.compile("content-length: ([0-9]+)");
  private static final byte[] REQUEST =
      ("GET /?Action=ListTagResources&Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM"
              + "&ResourceId.1=ipam-uq5dcfc2eqhpf4 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
          .getBytes(ISO_8859_1);

  @TempDir Path work;

  /** What one client saw: whole answers, and whether the last of all was cut off. */
  private record Seen(int answers, boolean cut) {}

  @Test
  void noAnswerIsCutOffWhenTheProcessIsToldToStop() throws Exception {
    Path err = work.resolve("stderr");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of(System.getProperty("gateway.jar")).toAbsolutePath().toString(),
                "--port",
                "0")
            .directory(work.toFile())
            .redirectError(err.toFile())
            .start();
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      BufferedReader out =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      Matcher url = URL.matcher(String.valueOf(out.readLine()));
      assertThat(url.find()).isTrue();
      int port = Integer.parseInt(url.group(1));
      CountDownLatch busy = new CountDownLatch(CLIENTS * 100);
      List<Future<Seen>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(threads.submit(() -> askUntilClosed(port, busy)));
      }
      assertThat(busy.await(60, TimeUnit.SECONDS)).isTrue();
      process.destroy(); // SIGTERM
      for (Future<Seen> client : clients) {
        Seen seen = client.get(30, TimeUnit.SECONDS);
        assertThat(seen.cut()).isFalse();
        assertThat(seen.answers()).isPositive();
      }
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      Files.readAllLines(err).forEach(LogGate::inspect);
    } finally {
      threads.shutdownNow();
      process.destroyForcibly();
    }
  }

  /** Goes on over one connection, and over a new one when it ends, until none is accepted. */
  private static Seen askUntilClosed(int port, CountDownLatch busy) {
    int answers = 0;
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoTimeout(20_000);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        while (true) {
          Answer answer = ask(socket, in);
          if (answer == Answer.CUT) {
            return new Seen(answers, true);
          }
          if (answer == Answer.NONE) {
            break;
          }
          answers++;
          busy.countDown();
        }
      } catch (IOException refused) {
        return new Seen(answers, false);
      }
    }
  }

  private enum Answer {
    WHOLE,
    NONE,
    CUT
  }

  /** None: the connection ended before a byte of the answer, so that a client can ask again. */
  private static Answer ask(Socket socket, BufferedReader in) {
    String head;
    try {
      socket.getOutputStream().write(REQUEST);
      head = in.readLine();
    } catch (IOException closed) {
      return Answer.NONE;
    }
    if (head == null) {
      return Answer.NONE;
    }
    try {
      int length = -1;
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        Matcher matcher = LENGTH.matcher(line);
        length = matcher.matches() ? Integer.parseInt(matcher.group(1)) : length;
      }
      for (int i = 0; i < length; i++) {
        if (in.read() < 0) {
          return Answer.CUT;
        }
      }
      return length < 0 || !head.startsWith("HTTP/1.1 200") ? Answer.CUT : Answer.WHOLE;
    } catch (IOException closed) {
      return Answer.CUT;
    }
  }
}

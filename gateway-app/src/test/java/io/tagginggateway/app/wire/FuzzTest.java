package io.tagginggateway.app.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagginggateway.app.testing.Captures;
import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.Http;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xml.sax.InputSource;

/**
 * Spoiled requests of the official clients, as raw bytes: every answer is well-formed HTTP whose
 * body parses, none is a defect of ours, the log stays empty, and the gateway lives. {@code
 * -Dfuzz.requests=100000} sends more, {@code -Dfuzz.seed=N} the same again.
 */
final class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 1_000);
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());

  /** Each waits for its answer most of its time. */
  private static final int SENDERS = 4;

  private static final int BATCH = 500;
  private static final int PATIENCE_MILLIS = 20_000;

  /** What a gateway may say of a request that it does not do, or not now. */
  private static final Set<Integer> ALLOWED = Set.of(501, 502, 503, 505);

  private static final Pattern HEAD =
      Pattern.compile(
          "HTTP/[0-9]\\.[0-9] ([1-5][0-9]{2}) [^\r\n]*\r\n((?:[!-9;-~]+: [^\r\n]*\r\n)*)\r\n");
  private static final Pattern LENGTH = Pattern.compile("(?m)^content-length: ([0-9]+)");
  private static final Pattern TYPE = Pattern.compile("(?m)^content-type: ([^;\r]+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> MORE =
      List.of(
          Http.get("127.0.0.1", "").replace("GET /", "GET /_gateway/health/ready"),
          Http.get("127.0.0.1", "").replace("GET /", "GET /_gateway/products"),
          Http.get("127.0.0.1", "").replace("GET /", "DELETE /_gateway/faults/1"));

  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  @Test
  void noBytesBreakTheGateway() throws Exception {
    System.out.println("fuzz.seed=" + SEED);
    List<String> seeds = new ArrayList<>(MORE);
    Captures.all().stream()
        .filter(capture -> !capture.isConnect())
        .forEach(capture -> seeds.add(capture.raw()));
    RequestMutator mutator = new RequestMutator(seeds, new Random(SEED));
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      for (int sent = 0; sent < REQUESTS; sent += BATCH) {
        List<Callable<@Nullable Void>> batch = new ArrayList<>();
        for (int i = sent; i < Math.min(sent + BATCH, REQUESTS); i++) {
          int number = i;
          String request = mutator.next();
          batch.add(() -> sendAndCheck(number, request));
        }
        for (Future<@Nullable Void> checked : senders.invokeAll(batch)) {
          checked.get();
        }
      }
    } finally {
      senders.shutdownNow();
    }
    assertThat(GATEWAY.ask(Http.get(Http.VPC, Http.VPC_DEMO)).outcome()).isEqualTo("200");
  }

  private static @Nullable Void sendAndCheck(int number, String request) throws IOException {
    String answers = send(request);
    try {
      check(request, answers);
      return null;
    } catch (Exception | AssertionError e) {
      throw new AssertionError(
          "fuzz.seed=%d request %d: %s\n%s\n--\n%s".formatted(SEED, number, e, request, answers),
          e);
    }
  }

  /** Says that nothing follows; what came until the connection ended. */
  private static String send(String request) throws IOException {
    StringBuilder answers = new StringBuilder();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), GATEWAY.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.shutdownOutput();
      byte[] some = new byte[8192];
      for (int n = socket.getInputStream().read(some); n >= 0; ) {
        answers.append(new String(some, 0, n, ISO_8859_1));
        n = socket.getInputStream().read(some);
      }
    } catch (SocketException reset) {
      // what was refused is not read to its end
    }
    return answers.toString();
  }

  private static void check(String request, String answers) throws Exception {
    // Answers to these have no body whatever their head says, or lead elsewhere.
    boolean bodiless = request.contains("HEAD ") || request.contains("CONNECT ");
    String rest = answers;
    while (!rest.isEmpty() && !bodiless) {
      Matcher head = HEAD.matcher(rest);
      assertThat(head.lookingAt()).as("a head at: " + rest).isTrue();
      int status = Integer.parseInt(head.group(1));
      assertThat(status < 500 || ALLOWED.contains(status)).as("status " + status).isTrue();
      Matcher length = LENGTH.matcher(head.group(2));
      int size = length.find() ? Integer.parseInt(length.group(1)) : 0;
      String body = rest.substring(head.end(), head.end() + size);
      parse(head.group(2), body);
      rest = rest.substring(head.end() + size);
    }
    assertThat(answers).doesNotContain("Exception", "\tat ");
  }

  private static void parse(String headers, String body) throws Exception {
    Matcher type = TYPE.matcher(headers);
    String text = new String(body.getBytes(ISO_8859_1), UTF_8);
    switch (type.find() ? type.group(1) : "none") {
      case "application/json", "application/problem+json" -> JSON.readTree(text);
      case "text/xml" ->
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(text)));
      default -> assertThat(text).doesNotContainPattern("[\\x00-\\x08]");
    }
  }
}

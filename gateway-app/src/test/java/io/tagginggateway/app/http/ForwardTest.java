package io.tagginggateway.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.app.testing.StartedGateway;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway does not play goes to another mock, as it came. */
@Timeout(60)
final class ForwardTest {
  private static final String UNPLAYED = "nowhere.cn-hangzhou.aliyuncs.com";

  private record Asked(String line, List<String> headers, String body) {}

  private static Vertx vertx;
  private static HttpServer other;
  private static StartedGateway gateway;
  private static final BlockingQueue<Asked> ASKED = new LinkedBlockingQueue<>();

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    other =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.body().onSuccess(body -> answer(request, body)))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    gateway =
        new StartedGateway(
            "forward.url",
            "http://127.0.0.1:" + other.actualPort(),
            "forward.timeout",
            "3s",
            "forward.max-answer",
            "1KiB");
  }

  private static void answer(HttpServerRequest request, Buffer body) {
    List<String> headers = new ArrayList<>();
    for (Map.Entry<String, String> header : request.headers()) {
      headers.add(header.getKey() + ": " + header.getValue());
    }
    ASKED.add(new Asked(request.method() + " " + request.uri(), headers, body.toString()));
    if (request.uri().contains("Silent")) {
      return;
    }
    request.response().headers().add("X-Odd", "a").add("X-Odd", "b");
    request
        .response()
        .setStatusCode(418)
        .putHeader("Keep-Alive", "timeout=5")
        .putHeader("Content-Encoding", "odd")
        .end(request.uri().contains("Large") ? "x".repeat(2000) : "short and stout");
  }

  @AfterAll
  static void stop() {
    gateway.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static String send(StartedGateway to, String request) throws IOException {
    try (Socket socket = Wire.connect(to.port())) {
      return Wire.exchange(socket, request);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/?Action=A%20b&x=%E5%BC%A0, /?Action=A%20b&x=%E5%BC%A0",
    "http://nowhere.cn-hangzhou.aliyuncs.com/a/b?c, /a/b?c",
    "http://nowhere.cn-hangzhou.aliyuncs.com, /",
  })
  void requestAndAnswerPassUnchanged(String target, String forwarded) throws Exception {
    String answer =
        send(
            gateway,
            "PUT "
                + target
                + " HTTP/1.1\r\nHost: "
                + UNPLAYED
                + "\r\n"
                + "X-Acs-Odd: 1\r\n"
                + "x-acs-odd: 2\r\n"
                + "Connection: keep-alive, X-Mine\r\n"
                + "X-Mine: m\r\n"
                + "Proxy-Authorization: Basic eA==\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + "5\r\n"
                + "hello\r\n"
                + "0\r\n\r\n");
    Asked asked = ASKED.take();
    assertThat(asked.line()).isEqualTo("PUT " + forwarded);
    assertThat(asked.body()).isEqualTo("hello");
    assertThat(asked.headers())
        .containsExactlyInAnyOrder(
            "X-Acs-Odd: 1", "x-acs-odd: 2", "host: " + UNPLAYED, "content-length: 5");
    assertThat(answer)
        .startsWith("HTTP/1.1 418 ")
        .contains("X-Odd: a\r\nX-Odd: b\r\n", "Content-Encoding: odd\r\n")
        .doesNotContain("Keep-Alive", "x-acs-request-id")
        .endsWith("\r\n\r\nshort and stout");
  }

  @Test
  void anOperationThatIsNotPlayedIsForwardedAndOneThatIsPlayedIsNot() throws Exception {
    String get =
        "GET /?Version=2023-02-28&Action=%s HTTP/1.1\r\nHost: vpcipam.aliyuncs.com\r\n\r\n";
    assertThat(send(gateway, get.formatted("MoveIpam"))).startsWith("HTTP/1.1 418 ");
    assertThat(ASKED.take().line()).endsWith("Action=MoveIpam");
    assertThat(send(gateway, get.formatted("ListTagResources"))).startsWith("HTTP/1.1 400 ");
    assertThat(ASKED).isEmpty();
  }

  @Test
  void theJournalSaysThatItWasForwarded() throws Exception {
    send(gateway, "GET /?Action=Journalled HTTP/1.1\r\nHost: " + UNPLAYED + "\r\n\r\n");
    ASKED.take();
    assertThat(journal("status=418")).contains("\"Journalled\"", "\"forwarded\":true");
    send(gateway, "GET /?Action=ListTagResources HTTP/1.1\r\nHost: vpcipam.aliyuncs.com\r\n\r\n");
    assertThat(journal("action=ListTagResources"))
        .contains("\"ListTagResources\"")
        .doesNotContain("\"forwarded\":true");
  }

  private static String journal(String query) throws Exception {
    java.net.URI uri = java.net.URI.create(gateway.url() + "/_gateway/requests?" + query);
    return java.net.http.HttpClient.newHttpClient()
        .send(
            java.net.http.HttpRequest.newBuilder(uri).build(),
            java.net.http.HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @ParameterizedTest
  @CsvSource({
    "Silent, it did not answer in time",
    "Large, its answer is larger than forward.max-answer"
  })
  void anAnswerThatIsTooSlowOrTooLargeIsAnError(String action, String reason) throws Exception {
    String answer =
        send(
            gateway,
            "GET /?Format=JSON&Action=" + action + " HTTP/1.1\r\nHost: " + UNPLAYED + "\r\n\r\n");
    ASKED.take();
    assertThat(answer)
        .startsWith("HTTP/1.1 503 ")
        .contains("\"Code\":\"ServiceUnavailable\"", "forward.url: " + reason);
  }

  @Test
  void anotherMockThatIsNotThereIsAnError() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (StartedGateway alone = new StartedGateway("forward.url", "http://127.0.0.1:" + free)) {
      assertThat(
              send(alone, "GET /?Format=JSON&Action=A HTTP/1.1\r\nHost: " + UNPLAYED + "\r\n\r\n"))
          .startsWith("HTTP/1.1 503 ")
          .contains("forward.url: it cannot be reached, or broke off");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ecs.aliyuncs.com",
        "http://ECS.aliyuncs.com.:80/",
        "ftp://127.0.0.1",
        "127.0.0.1:4566",
        "http://127.0.0.1/path",
        "http://user@127.0.0.1",
        "http://127.0.0.1/?a"
      })
  void theCloudAndWhatIsNoServerAreRefusedAtTheStart(String url) {
    assertThatThrownBy(() -> new StartedGateway("forward.url", url))
        .hasMessageContaining("forward.url");
  }

  @Test
  void theCloudIsAllowedOnRequest() {
    try (StartedGateway allowed =
        new StartedGateway(
            "forward.url", "https://ecs.aliyuncs.com", "forward.allow-cloud", "true")) {
      assertThat(allowed.port()).isPositive();
    }
  }
}

package io.tagginggateway.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.SetClock;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class BrowserSessionsTest {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** A server that begins a session at {@code /in}, and else tells whether there is one. */
  private URI serve(BrowserSessions sessions) {
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .requestHandler(
                request -> {
                  if (request.path().equals("/in")) {
                    sessions.begin(request);
                    request.response().end();
                  } else {
                    request.response().end(String.valueOf(sessions.isOf(request)));
                  }
                })
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  private static SetClock at(String time) {
    SetClock clock = new SetClock();
    clock.set(Instant.parse(time));
    return clock;
  }

  private HttpResponse<String> get(URI uri, String cookie) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri).header("Cookie", cookie).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String begin(URI server) throws Exception {
    String header =
        get(server.resolve("/in"), "a=b").headers().firstValue("set-cookie").orElseThrow();
    assertThat(header).contains("HTTPOnly", "SameSite=Strict", "Path=/_gateway");
    return header.substring(0, header.indexOf(';'));
  }

  @Test
  void endsAfterTwelveHours() throws Exception {
    SetClock clock = at("2026-11-26T12:00:00Z");
    URI server = serve(new BrowserSessions("t0ken", clock));
    String cookie = begin(server);
    assertThat(get(server, cookie).body()).isEqualTo("true");
    clock.set(Instant.parse("2026-11-26T23:59:59Z"));
    assertThat(get(server, cookie).body()).isEqualTo("true");
    clock.set(Instant.parse("2026-11-27T00:00:00Z"));
    assertThat(get(server, cookie).body()).isEqualTo("false");
  }

  @Test
  void isOfOneProcessAlone() throws Exception {
    SetClock clock = at("2026-11-26T12:00:00Z");
    URI server = serve(new BrowserSessions("t0ken", clock));
    URI other = serve(new BrowserSessions("t0ken", clock));
    String value = begin(server).replaceFirst("^[^=]*=", "");
    String name = begin(other).replaceFirst("=.*", "");
    assertThat(get(other, name + "=" + value).body()).isEqualTo("false");
  }

  @Test
  void knowsTheTokenAndNothingElse() {
    BrowserSessions sessions = new BrowserSessions("t0ken", new SetClock());
    assertThat(sessions.isToken("t0ken")).isTrue();
    assertThat(sessions.isToken("t0ke")).isFalse();
    assertThat(sessions.isToken("")).isFalse();
    assertThat(new BrowserSessions(null, new SetClock()).isToken("null")).isFalse();
  }
}

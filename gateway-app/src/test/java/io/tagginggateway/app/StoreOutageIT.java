package io.tagginggateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.testing.store.PostgresServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar while its database is away: it says so, and is back without a restart. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class StoreOutageIT {
  private static final String LIST =
      "/?Action=ListTagResources&Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM"
          + "&ResourceId.1=ipam-uq5dcfc2eqhpf4&Format=JSON";

  @TempDir private Path directory;
  private final HttpClient client = HttpClient.newHttpClient();

  private PostgresServer database(int port) throws Exception {
    return PostgresServer.start(directory.resolve("data"), port);
  }

  private HttpResponse<String> get(int port, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  /** Asks until the status is this one, up to a minute. */
  private HttpResponse<String> until(int status, int port, String path) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    HttpResponse<String> answer = get(port, path);
    while (answer.statusCode() != status && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(50);
      answer = get(port, path);
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer;
  }

  @Test
  void aDatabaseThatGoesAndComesIsToldAndUsedAgain() throws Exception {
    PostgresServer first = database(0);
    int at = first.port();
    Map<String, String> environment =
        Map.of(
            "TAGGING_GATEWAY_STORE_TYPE", "postgresql",
            "TAGGING_GATEWAY_STORE_URL", "postgresql://postgres@127.0.0.1:" + at + "/postgres",
            "TAGGING_GATEWAY_STORE_TIMEOUT", "1s");
    try (JarProcess gateway = JarProcess.start(environment, "--port", "0")) {
      int port = gateway.port();
      HttpResponse<String> good = until(200, port, LIST);
      assertThat(good.body()).contains("FinanceJoshua");
      assertThat(until(200, port, "/_gateway/health/ready").body()).contains("UP");

      first.close();
      HttpResponse<String> away = until(503, port, LIST);
      assertThat(away.body()).contains("ServiceUnavailable");
      assertThat(until(503, port, "/_gateway/health/ready").body())
          .contains("DOWN", "the database ");
      assertThat(until(200, port, "/_gateway/health/live").body()).contains("UP");

      try (PostgresServer second = database(at)) {
        assertThat(second.port()).isEqualTo(at);
        assertThat(until(200, port, LIST).body()).contains("FinanceJoshua");
        until(200, port, "/_gateway/health/ready");
        gateway.signal("TERM");
        assertThat(gateway.exitCode()).isZero();
      }
    }
  }
}

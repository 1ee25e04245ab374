package io.tagginggateway.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.StartedGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is larger than the server takes is refused with a clear error, in the API's own form. */
final class TooLargeTest {
  private static StartedGateway gateway;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    gateway = new StartedGateway("http.max-body", "64KiB");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void aBodyOverTheLimit() throws Exception {
    HttpRequest.Builder request =
        request("/?Format=JSON")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("x=" + "y".repeat(70_000)));
    refuses(request, 413, "RequestEntityTooLarge", "The request body exceeds the limit.");
  }

  @Test
  void aRequestLineOverTheLimit() throws Exception {
    HttpRequest.Builder request = request("/?Format=JSON&x=" + "y".repeat(140_000));
    refuses(request, 414, "RequestURITooLong", "The request line exceeds the limit.");
  }

  @Test
  void headersOverTheLimit() throws Exception {
    HttpRequest.Builder request = request("/?Format=JSON").header("x-large", "y".repeat(70_000));
    refuses(request, 431, "RequestHeaderTooLarge", "The request headers exceed the limit.");
  }

  private static HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create(gateway.url() + target))
        .version(HttpClient.Version.HTTP_1_1);
  }

  private void refuses(HttpRequest.Builder request, int status, String code, String message)
      throws Exception {
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).contains(code, message);
  }
}

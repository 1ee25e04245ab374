package io.tagginggateway.clients;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The fault rules of the gateway, by its admin API. */
final class Faults {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI uri;

  Faults(int port) {
    uri = URI.create("http://127.0.0.1:" + port + "/_gateway/faults");
  }

  /** From now on every request to a product is answered with this error. */
  void raise(String product, String code) throws IOException, InterruptedException {
    String rule =
        """
        {"match": {"product": "%s"}, "fault": {"type": "error", "code": "%s"}, "times": 0}
        """
            .formatted(product, code);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(rule));
    send(request.header("Content-Type", "application/json").build());
  }

  void clear() throws IOException, InterruptedException {
    send(HttpRequest.newBuilder(uri).DELETE().build());
  }

  private void send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IOException(request.method() + " faults: " + response.body());
    }
  }
}

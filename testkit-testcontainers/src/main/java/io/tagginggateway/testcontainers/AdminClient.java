package io.tagginggateway.testcontainers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls below {@code /_gateway}. Never through a proxy, which may be the gateway itself. */
final class AdminClient {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(ProxySelector.of(null))
          .connectTimeout(TIMEOUT)
          .build();
  private final String base;
  private final String token;

  AdminClient(String url, String token) {
    this.base = url + "/_gateway/";
    this.token = token;
  }

  JsonNode get(String path, Map<String, String> query) {
    String search =
        query.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return call("GET", search.isEmpty() ? path : path + "?" + search, BodyPublishers.noBody());
  }

  JsonNode send(String method, String path, @Nullable Object body) {
    try {
      return call(
          method,
          path,
          body == null
              ? BodyPublishers.noBody()
              : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode call(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(TIMEOUT)
            .header("content-type", "application/json")
            .method(method, body);
    if (!token.isEmpty()) {
      request.header("authorization", "Bearer " + token);
    }
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      JsonNode content =
          answer.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(answer.body());
      if (answer.statusCode() >= 400) {
        String detail = content.path("detail").asText();
        String pointer = content.path("pointer").asText();
        throw new IllegalArgumentException(
            (method + " " + path + ": " + answer.statusCode() + " " + detail + " " + pointer)
                .strip());
      }
      return content;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException(base));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package io.tagginggateway.app.admin;

import io.tagginggateway.app.config.CommandLineSettings;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.process.GatewayProcess;
import io.tagginggateway.app.process.GatewayVertx;
import io.tagginggateway.core.product.file.ProductBundle;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** A gateway with the demo in it, and somebody who uses its admin API. */
final class AdminClient implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final GatewayProcess process;

  AdminClient(Map<String, String> settings) {
    Vertx vertx = GatewayVertx.create();
    CommandLineSettings options = CommandLineSettings.of(null).with("--port", "http.port", "0");
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      options = options.with("--set", setting.getKey(), setting.getValue());
    }
    GatewayConfig config =
        new ConfigLoader(vertx, ProductBundle.installed(), Map.of())
            .load(options)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    process = GatewayProcess.start(vertx, config, ProductBundle.installed());
  }

  URI uri(String path) {
    return URI.create(process.url() + path);
  }

  int port() {
    return process.port();
  }

  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> admin(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send(method, "/_gateway/" + path, body, headers);
  }

  /** An answer that goes on; the caller closes it. */
  HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri("/_gateway/" + path)).build(),
        HttpResponse.BodyHandlers.ofInputStream());
  }

  JsonObject json(String path) throws IOException, InterruptedException {
    return new JsonObject(admin("GET", path, "").body());
  }

  /** An action of VPC IPAM on the resource of the demo. */
  HttpResponse<String> ipam(String action, String more) throws IOException, InterruptedException {
    return send(
        "GET",
        "/?Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM"
            + "&ResourceId.1=ipam-uq5dcfc2eqhpf4&Action="
            + action
            + more,
        "");
  }

  @Override
  public void close() {
    process.close();
  }
}

package io.tagginggateway.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged gateway on a free port, in a process of its own, and a client that calls it. */
final class RunningJar implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("ready in .*?(http://127\\.0\\.0\\.1:\\d+)");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final String url;

  private RunningJar(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts it with these options. */
  static RunningJar start(String... options) throws IOException {
    return start(Map.of(), options);
  }

  /** The same with variables in its environment. */
  static RunningJar start(Map<String, String> environment, String... options) throws IOException {
    Path work = Files.createTempDirectory("console");
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of("-cp", System.getProperty("gateway.classpath"), "io.tagginggateway.app.Main"));
    line.addAll(List.of("--port", "0"));
    line.addAll(List.of(options));
    Path log = work.resolve("gateway.log");
    ProcessBuilder builder =
        new ProcessBuilder(line).directory(work.toFile()).redirectError(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    BufferedReader output = process.inputReader();
    for (String text = output.readLine(); text != null; text = output.readLine()) {
      Matcher ready = READY.matcher(text);
      if (ready.find()) {
        return new RunningJar(process, ready.group(1));
      }
    }
    throw new IOException("the gateway did not start: " + Files.readString(log));
  }

  String url() {
    return url;
  }

  /** Sends a request and returns its answer. */
  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A list of VPC IPAM, as a client asks for it. */
  HttpResponse<String> list(String id) throws IOException, InterruptedException {
    String query =
        "/?Action=ListTagResources&Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM";
    return send("GET", query + "&ResourceId.1=" + id, "");
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("the gateway did not end within 20 s");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

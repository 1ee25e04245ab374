package io.tagginggateway.app.verify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stands before a gateway, notes what passes, and spoils answers. */
final class SpoilingProxy implements AutoCloseable {
  private static final List<String> OF_THE_CONNECTION =
      List.of("content-length", "host", "connection", "date", "upgrade", "http2-settings");

  static {
    // Else every answer waits 40 ms for the acknowledgement of its headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** An answer on its way back; headers have lower-case names. */
  record Answer(int status, TreeMap<String, String> headers, String body) {
    Answer body(String other) {
      return new Answer(status, headers, other);
    }

    Answer status(int other) {
      return new Answer(other, headers, body);
    }

    Answer header(String name, @Nullable String value) {
      TreeMap<String, String> others = new TreeMap<>(headers);
      if (value == null) {
        others.remove(name);
      } else {
        others.put(name, value);
      }
      return new Answer(status, others, body);
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final URI gateway;
  private final UnaryOperator<Answer> spoil;
  private final HttpServer server;

  SpoilingProxy(URI gateway, UnaryOperator<Answer> spoil) throws IOException {
    this.gateway = gateway;
    this.spoil = spoil;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::pass);
    server.setExecutor(thread);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Method, target and body of each request. */
  Queue<String> requests() {
    return requests;
  }

  /** Each answer as it went out. */
  Queue<Answer> answers() {
    return answers;
  }

  private void pass(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    requests.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + new String(body, StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gateway + exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange.getRequestHeaders().forEach((name, values) -> copy(request, name, values.get(0)));
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      TreeMap<String, String> headers = new TreeMap<>();
      response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
      Answer answer = spoil.apply(new Answer(response.statusCode(), headers, response.body()));
      answers.add(answer);
      send(exchange, answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(HttpRequest.Builder request, String name, String value) {
    if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
      request.header(name, value);
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer
        .headers()
        .forEach(
            (name, value) -> {
              if (!OF_THE_CONNECTION.contains(name)) {
                exchange.getResponseHeaders().set(name, value);
              }
            });
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
  }
}

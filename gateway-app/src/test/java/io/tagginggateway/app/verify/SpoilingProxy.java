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

/**
 * Stands before a gateway, notes what passes, and spoils requests and answers. The Host header goes
 * on as it came, since clients sign it; the build lets the JDK's client send it.
 */
final class SpoilingProxy implements AutoCloseable {
  private static final List<String> OF_THE_CONNECTION =
      List.of("content-length", "connection", "date", "upgrade", "http2-settings");

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

  /** The gateway behind. */
  @FunctionalInterface
  interface Upstream {
    Answer send(SpoiledRequest request) throws IOException;
  }

  /** How a request comes to its answer. */
  @FunctionalInterface
  interface Behaviour {
    Answer answer(SpoiledRequest request, Upstream gateway) throws IOException;
  }

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Queue<SpoiledRequest> requests = new ConcurrentLinkedQueue<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final URI gateway;
  private final Behaviour behaviour;
  private final HttpServer server;

  /** One that spoils answers alone. */
  SpoilingProxy(URI gateway, UnaryOperator<Answer> spoil) throws IOException {
    this(gateway, (request, upstream) -> spoil.apply(upstream.send(request)));
  }

  SpoilingProxy(URI gateway, Behaviour behaviour) throws IOException {
    this.gateway = gateway;
    this.behaviour = behaviour;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::pass);
    server.setExecutor(thread);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Each request as it came in. */
  Queue<SpoiledRequest> requests() {
    return requests;
  }

  /** Each answer as it went out. */
  Queue<Answer> answers() {
    return answers;
  }

  private void pass(HttpExchange exchange) throws IOException {
    TreeMap<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    SpoiledRequest request =
        SpoiledRequest.of(
            exchange.getRequestMethod(),
            String.valueOf(exchange.getRequestURI()),
            headers,
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    requests.add(request);
    Answer answer = behaviour.answer(request, this::send);
    answers.add(answer);
    send(exchange, answer);
  }

  private Answer send(SpoiledRequest request) throws IOException {
    HttpRequest.Builder onward =
        HttpRequest.newBuilder(URI.create(gateway + request.target()))
            .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()));
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (!OF_THE_CONNECTION.contains(name)) {
                onward.header(name, value);
              }
            });
    try {
      HttpResponse<String> response =
          client.send(onward.build(), HttpResponse.BodyHandlers.ofString());
      TreeMap<String, String> headers = new TreeMap<>();
      response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
      return new Answer(response.statusCode(), headers, response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
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

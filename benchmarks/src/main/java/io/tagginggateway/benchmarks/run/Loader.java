package io.tagginggateway.benchmarks.run;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request again and again over some connections, for machines without wrk, and prints the
 * rate as JSON: {@code PORT HOST TARGET STATUS CONNECTIONS --seconds|--requests N [SIGNATURES]}.
 */
final class Loader {
  private static final long NANOS = 1_000_000_000L;

  private final HttpClientAgent client;
  private final int port;
  private final String host;
  private final String target;
  private final int status;
  private final @Nullable Signatures signatures;
  private final long end;
  private final AtomicLong left;
  private final AtomicLong answers = new AtomicLong();
  private final CountDownLatch running;

  private Loader(Vertx vertx, String[] args) throws IOException {
    int connections = Integer.parseInt(args[4]);
    long limit = Long.parseLong(args[6]);
    boolean timed = args[5].equals("--seconds");
    port = Integer.parseInt(args[0]);
    host = args[1];
    target = args[2];
    status = Integer.parseInt(args[3]);
    signatures = args.length > 7 ? new Signatures(Files.readString(Path.of(args[7]))) : null;
    end = timed ? System.nanoTime() + limit * NANOS : Long.MAX_VALUE;
    left = new AtomicLong(timed ? Long.MAX_VALUE : limit);
    running = new CountDownLatch(connections);
    client =
        vertx.createHttpClient(
            new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(connections));
    for (int i = 0; i < connections; i++) {
      next();
    }
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Vertx vertx = Vertx.vertx();
    long start = System.nanoTime();
    Loader loader = new Loader(vertx, args);
    loader.running.await();
    double seconds = (double) (System.nanoTime() - start) / NANOS;
    long answers = loader.answers.get();
    System.out.printf("{\"requests\": %d, \"rate\": %.2f}%n", answers, answers / seconds);
    vertx.close().await();
  }

  private void next() {
    if (left.getAndDecrement() <= 0 || System.nanoTime() >= end) {
      running.countDown();
      return;
    }
    RequestOptions options =
        new RequestOptions()
            .setServer(SocketAddress.inetSocketAddress(port, "127.0.0.1"))
            .setMethod(HttpMethod.GET)
            .setHost(host)
            .setPort(80)
            .setURI(target);
    if (signatures != null) {
      signatures.sign(options);
    }
    client
        .request(options)
        .compose(request -> request.send())
        .compose(this::checked)
        .onSuccess(
            body -> {
              answers.incrementAndGet();
              next();
            })
        .onFailure(Loader::fail);
  }

  private Future<Buffer> checked(HttpClientResponse response) {
    if (response.statusCode() != status) {
      throw new IllegalStateException("the server answers " + response.statusCode());
    }
    return response.body();
  }

  private static void fail(Throwable failure) {
    System.err.println(failure);
    System.exit(1);
  }
}

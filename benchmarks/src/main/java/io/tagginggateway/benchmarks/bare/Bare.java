package io.tagginggateway.benchmarks.bare;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * A Vert.x server that answers every request with the same bytes, under the headers of the gateway.
 * What it reaches is the limit of the platform; what the gateway costs is its distance from it.
 */
public final class Bare extends VerticleBase {
  private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("x-acs-request-id");
  private static final CharSequence TRACE_ID = HttpHeaders.createOptimized("x-acs-trace-id");
  private static final CharSequence EXPOSE =
      HttpHeaders.createOptimized("access-control-expose-headers");
  private static final CharSequence ANY = HttpHeaders.createOptimized("*");
  private static final CharSequence ID =
      HttpHeaders.createOptimized("4C467B38-3910-447D-87BC-AC049166F216");
  private static final CharSequence TRACE =
      HttpHeaders.createOptimized("0af7651916cd43dd8448eb211c80319c");

  private final int port;
  private final CharSequence contentType;
  private final Buffer body;
  private CharSequence date = "";

  private Bare(int port, String contentType, Buffer body) {
    this.port = port;
    this.contentType = HttpHeaders.createOptimized(contentType);
    this.body = body;
  }

  @Override
  public Future<?> start() {
    readClock();
    vertx.setPeriodic(1000, tick -> readClock());
    return vertx
        .createHttpServer()
        .requestHandler(
            request ->
                request
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
                    .putHeader(REQUEST_ID, ID)
                    .putHeader(TRACE_ID, TRACE)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY)
                    .putHeader(EXPOSE, ANY)
                    .putHeader(HttpHeaders.DATE, date)
                    .end(body))
        .listen(port, "127.0.0.1");
  }

  private void readClock() {
    ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
    date = HttpHeaders.createOptimized(DateTimeFormatter.RFC_1123_DATE_TIME.format(now));
  }

  /** Serves until it is stopped: {@code PORT CONTENT-TYPE BODY-FILE}. */
  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[0]);
    Buffer body = Buffer.buffer(Files.readAllBytes(Path.of(args[2])));
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    vertx
        .deployVerticle(
            () -> new Bare(port, args[1], body), new DeploymentOptions().setInstances(2))
        .onSuccess(id -> System.out.println("bare ready: http://127.0.0.1:" + port))
        .onFailure(
            failure -> {
              System.err.println(failure.getMessage());
              System.exit(2);
            });
  }
}

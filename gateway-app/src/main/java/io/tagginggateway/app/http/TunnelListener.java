package io.tagginggateway.app.http;

import io.tagginggateway.app.config.Limits;
import io.tagginggateway.app.tls.TlsKeys;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The TLS listener that tunnels lead to. It serves products alone: seen from it every client of the
 * proxy is a loopback caller, and what is for loopback callers must not be reached through it. It
 * starts with the first tunnel. Lives on one event loop.
 */
final class TunnelListener {
  static final String HOST = "127.0.0.1";

  private final Vertx vertx;
  private final TlsKeys keys;
  private final Limits limits;
  private final Connections connections;
  private final Handler<HttpServerRequest> products;
  private final Handler<HttpServerRequest> invalid;
  private @Nullable Future<HttpServer> server;

  TunnelListener(
      Vertx vertx,
      TlsKeys keys,
      Limits limits,
      Connections connections,
      Handler<HttpServerRequest> products,
      Handler<HttpServerRequest> invalid) {
    this.vertx = vertx;
    this.keys = keys;
    this.limits = limits;
    this.connections = connections;
    this.products = products;
    this.invalid = invalid;
  }

  /** The port to lead a tunnel to. */
  Future<Integer> port() {
    if (server == null || server.failed()) {
      server = start();
    }
    return server.map(HttpServer::actualPort);
  }

  private Future<HttpServer> start() {
    return vertx
        .executeBlocking(() -> Listening.tls(HOST, 0, limits, keys))
        .compose(
            options ->
                vertx
                    .createHttpServer(options)
                    .requestHandler(this::handle)
                    .invalidRequestHandler(invalid)
                    .connectionHandler(connections::opened)
                    .listen());
  }

  private void handle(HttpServerRequest request) {
    if (request.method().equals(HttpMethod.CONNECT)) {
      Refusal.send(request, 403, "Tagging Gateway: no CONNECT inside a tunnel");
    } else {
      products.handle(request);
    }
  }

  /** Lets requests under way finish within the grace time, and closes. */
  Future<Void> stop(Duration grace) {
    return server == null
        ? Future.succeededFuture()
        : server
            .compose(running -> running.shutdown(grace.toMillis(), TimeUnit.MILLISECONDS))
            .otherwiseEmpty();
  }
}

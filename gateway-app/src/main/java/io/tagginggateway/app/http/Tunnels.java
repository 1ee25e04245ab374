package io.tagginggateway.app.http;

import io.tagginggateway.app.config.Limits;
import io.tagginggateway.app.memory.MemoryBudget;
import io.tagginggateway.app.tls.TlsException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Joins clients that sent CONNECT with the gateway's own TLS listener. Lives on one event loop. */
final class Tunnels {
  /** For each event loop. A tunnel holds three sockets. */
  static final int MAX = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(Tunnels.class);
  private static final int CONNECT_MILLIS = 5_000;

  private final TunnelListener end;
  private final MemoryBudget budget;
  private final Vertx vertx;
  private final Limits limits;
  private @Nullable NetClient client;
  private int open;
  private boolean stopping;

  Tunnels(Vertx vertx, TunnelListener end, MemoryBudget budget, Limits limits) {
    this.vertx = vertx;
    this.end = end;
    this.budget = budget;
    this.limits = limits;
  }

  /** Made for the first tunnel; ends with the verticle, as all clients do. */
  private NetClient client() {
    if (client == null) {
      client =
          vertx.createNetClient(
              new NetClientOptions()
                  .setConnectTimeout(CONNECT_MILLIS)
                  .setIdleTimeout((int) limits.idle().toMillis())
                  .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                  .setTcpNoDelay(true));
    }
    return client;
  }

  private Future<NetSocket> connect(int port) {
    return client().connect(port, TunnelListener.HOST);
  }

  /** Answers a CONNECT that was found in order. */
  void open(HttpServerRequest request) {
    MemoryBudget.Share share = budget.share();
    if (open >= MAX || !share.resize(Connections.PLAIN)) {
      Refusal.send(request, 503, "Tagging Gateway: too many tunnels are open");
      return;
    }
    open++;
    request.pause();
    end.port()
        .compose(port -> EventLoops.connectAfterEvents(vertx, () -> connect(port)))
        .onSuccess(inner -> join(request, inner, share))
        .onFailure(
            cause -> {
              share.release();
              open--;
              refuse(request, cause);
            });
  }

  private void join(HttpServerRequest request, NetSocket inner, MemoryBudget.Share share) {
    inner.pause();
    inner.closeHandler(
        closed -> {
          share.release();
          open--;
        });
    if (request.response().closed()) {
      inner.close(); // the client went away while the tunnel was made
      return;
    }
    request
        .toNetSocket()
        .onSuccess(
            outer -> {
              pipe(outer, inner);
              pipe(inner, outer);
            })
        .onFailure(cause -> inner.close());
  }

  /** Bounded by the write queue of {@code to}; when one side ends, the other is closed. */
  private static void pipe(NetSocket from, NetSocket to) {
    from.pipeTo(to).onFailure(broken -> to.close());
  }

  private void refuse(HttpServerRequest request, Throwable cause) {
    if (stopping) {
      Refusal.send(request, 503, "Tagging Gateway: the gateway ends");
      return;
    }
    boolean known = cause instanceof TlsException;
    LOG.error("A tunnel could not be opened: {}", cause.getMessage(), known ? null : cause);
    Refusal.send(request, 502, "Tagging Gateway: the tunnel could not be opened, see its log");
  }

  /** Closes all tunnels once the requests in them are answered. */
  Future<Void> stop(Duration grace) {
    stopping = true;
    return end.stop(grace)
        .eventually(() -> client == null ? Future.succeededFuture() : client.close());
  }
}

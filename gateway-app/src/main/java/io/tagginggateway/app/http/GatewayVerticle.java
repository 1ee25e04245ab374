package io.tagginggateway.app.http;

import io.tagginggateway.app.rpc.Gateway;
import io.tagginggateway.app.tls.TlsKeys;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One event loop's share of the server; all instances listen on the same ports. */
final class GatewayVerticle extends VerticleBase {
  /** A negative port is a free one that all instances share; each number is another. */
  private static final int SHARED_FREE_PORT = -1;

  private static final int SHARED_FREE_TLS_PORT = -2;

  private static final String ADMIN = "/_gateway";

  private final ServerSettings settings;
  private final ServerLoad load;
  private final Gateway gateway;
  private final TlsKeys keys;
  private final Function<Vertx, Handler<HttpServerRequest>> adminDoor;
  private final StopSignal stopping;
  private @Nullable RpcHandler handler;
  private @Nullable HttpServer http;
  private @Nullable HttpServer https;
  private @Nullable Tunnels tunnels;
  private @Nullable Forwarder forwarder;

  GatewayVerticle(
      ServerSettings settings,
      ServerLoad load,
      Gateway gateway,
      TlsKeys keys,
      Function<Vertx, Handler<HttpServerRequest>> adminDoor,
      StopSignal stopping) {
    this.settings = settings;
    this.load = load;
    this.gateway = gateway;
    this.keys = keys;
    this.adminDoor = adminDoor;
    this.stopping = stopping;
  }

  @Override
  public Future<?> start() {
    URI elsewhere = settings.forward().url();
    if (elsewhere != null) {
      forwarder = new Forwarder(vertx, elsewhere, settings.forward());
    }
    RpcHandler rpc = new RpcHandler(vertx, gateway, settings.maxBody(), load, forwarder);
    handler = rpc;
    Context context = vertx.getOrCreateContext();
    stopping.onStop(() -> context.runOnContext(now -> rpc.stop()));
    Handler<HttpServerRequest> admin = adminDoor.apply(vertx);
    if (settings.proxy()) {
      tunnels =
          new Tunnels(
              vertx,
              new TunnelListener(
                  vertx,
                  keys,
                  settings.limits(),
                  load.connections(),
                  spareGate(rpc::handle, rpc),
                  rpc::handleInvalid),
              load.connections().ofConnections(),
              settings.limits());
    }
    ProxyGate proxy =
        new ProxyGate(
            gateway::isAnsweredHost,
            tunnels,
            request -> {
              if (isAdmin(request.uri())) {
                admin.handle(request);
              } else if (isBrowserAtRoot(request)) {
                toConsole(request);
              } else {
                rpc.handle(request);
              }
            });
    Handler<HttpServerRequest> door = spareGate(proxy, rpc);
    int port = settings.port() == 0 ? SHARED_FREE_PORT : settings.port();
    Future<HttpServer> plain =
        listen(Listening.plain(settings.host(), port, settings.limits()), door, rpc);
    return plain.onSuccess(server -> http = server).compose(server -> startTls(door, rpc));
  }

  private Handler<HttpServerRequest> spareGate(Handler<HttpServerRequest> inside, RpcHandler rpc) {
    return load.connections()
        .spare()
        .gate(inside, request -> rpc.refuse(request, SparePlaces.NO_PLACE));
  }

  private Future<?> startTls(Handler<HttpServerRequest> door, RpcHandler rpc) {
    OptionalInt wanted = settings.httpsPort();
    if (wanted.isEmpty()) {
      return Future.succeededFuture();
    }
    int port = wanted.getAsInt() == 0 ? SHARED_FREE_TLS_PORT : wanted.getAsInt();
    return listen(Listening.tls(settings.host(), port, settings.limits(), keys), door, rpc)
        .onSuccess(server -> https = server)
        .recover(cause -> Future.failedFuture(new TlsListenException(cause)));
  }

  private Future<HttpServer> listen(
      HttpServerOptions options, Handler<HttpServerRequest> door, RpcHandler rpc) {
    return vertx
        .createHttpServer(options)
        .requestHandler(door)
        .invalidRequestHandler(rpc::handleInvalid)
        .connectionHandler(load.connections()::opened)
        .listen();
  }

  /** Whether a target is the admin path or below it; {@code /_gatewayx} is not. */
  private static boolean isAdmin(String uri) {
    return uri.startsWith(ADMIN)
        && (uri.length() == ADMIN.length() || "/?".indexOf(uri.charAt(ADMIN.length())) >= 0);
  }

  private static void toConsole(HttpServerRequest request) {
    request.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, ADMIN + "/").end();
  }

  /** A person who opens the address of the gateway; programs do not ask for a page. */
  private boolean isBrowserAtRoot(HttpServerRequest request) {
    if (request.uri().length() > 1 || !request.method().equals(HttpMethod.GET)) {
      return false;
    }
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null
        && accept.contains("text/html")
        && !gateway.isAnsweredHost(RequestTarget.of(request).host());
  }

  @Override
  public Future<?> stop() {
    if (handler != null) {
      handler.stop();
    }
    List<Future<Void>> stopping = new ArrayList<>();
    for (HttpServer server : new @Nullable HttpServer[] {http, https}) {
      if (server != null) {
        stopping.add(server.shutdown(settings.grace().toMillis(), TimeUnit.MILLISECONDS));
      }
    }
    if (tunnels != null) {
      stopping.add(tunnels.stop(settings.grace()));
    }
    Future<?> stopped = Future.join(stopping);
    return forwarder == null ? stopped : stopped.eventually(forwarder::stop);
  }

  int port() {
    return http == null ? 0 : http.actualPort();
  }

  OptionalInt httpsPort() {
    return https == null ? OptionalInt.empty() : OptionalInt.of(https.actualPort());
  }
}

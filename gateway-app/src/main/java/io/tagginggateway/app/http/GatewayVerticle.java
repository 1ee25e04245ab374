package io.tagginggateway.app.http;

import io.tagginggateway.app.rpc.Gateway;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One event loop's share of the server; all instances listen on the same port. */
final class GatewayVerticle extends VerticleBase {
  /** 50 ids and 20 tags of Chinese values, escaped, need about 60 KiB. */
  private static final int MAX_LINE = 128 * 1024;

  /** A negative port is a free one that all instances share. */
  private static final int SHARED_FREE_PORT = -1;

  private static final String ADMIN = "/_gateway";
  private static final int MAX_HEADERS = 64 * 1024;
  private static final int IDLE_SECONDS = 75;

  private final ServerSettings settings;
  private final Gateway gateway;
  private final Function<Vertx, Router> adminRoutes;
  private @Nullable HttpServer server;

  GatewayVerticle(ServerSettings settings, Gateway gateway, Function<Vertx, Router> adminRoutes) {
    this.settings = settings;
    this.gateway = gateway;
    this.adminRoutes = adminRoutes;
  }

  @Override
  public Future<?> start() {
    RpcHandler rpc = new RpcHandler(gateway, settings.maxBody());
    Router router = Router.router(vertx);
    router.route(ADMIN + "/*").subRouter(adminRoutes.apply(vertx));
    HttpServer created =
        vertx
            .createHttpServer(options())
            .requestHandler(
                request -> {
                  if (request.uri().startsWith(ADMIN)) {
                    router.handle(request);
                  } else {
                    rpc.handle(request);
                  }
                })
            .invalidRequestHandler(rpc::handleInvalid);
    server = created;
    return created.listen();
  }

  @Override
  public Future<?> stop() {
    return server == null
        ? Future.succeededFuture()
        : server.shutdown(settings.grace().toMillis(), TimeUnit.MILLISECONDS);
  }

  int port() {
    return server == null ? 0 : server.actualPort();
  }

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setHost(settings.host())
        .setPort(settings.port() == 0 ? SHARED_FREE_PORT : settings.port())
        .setMaxInitialLineLength(MAX_LINE)
        .setMaxHeaderSize(MAX_HEADERS)
        .setIdleTimeout(IDLE_SECONDS)
        .setHandle100ContinueAutomatically(true)
        .setTcpNoDelay(true)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false);
  }
}

package io.tagginggateway.app.http;

import io.tagginggateway.app.rpc.Gateway;
import io.tagginggateway.app.tls.TlsKeys;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A running server: one verticle per event loop, all on one port. */
public final class GatewayServer {
  private final Vertx vertx;
  private final String deployment;
  private final GatewayVerticle first;

  private GatewayServer(Vertx vertx, String deployment, GatewayVerticle first) {
    this.vertx = vertx;
    this.deployment = deployment;
    this.first = first;
  }

  /**
   * Starts to serve; fails if a port is taken or, with https enabled, its keys cannot be used.
   *
   * @param load counts what clients hold; for this server alone
   * @param keys for TLS; not touched before a listener needs them
   * @param instances how many event loops serve
   * @param adminRoutes makes the routes below {@code /_gateway}, once per event loop
   */
  public static Future<GatewayServer> start(
      Vertx vertx,
      ServerSettings settings,
      ServerLoad load,
      Gateway gateway,
      TlsKeys keys,
      Function<Vertx, Router> adminRoutes,
      int instances) {
    List<GatewayVerticle> verticles = new CopyOnWriteArrayList<>();
    return load(vertx, settings, keys)
        .compose(
            loaded ->
                vertx.deployVerticle(
                    () -> {
                      GatewayVerticle verticle =
                          new GatewayVerticle(settings, load, gateway, keys, adminRoutes);
                      verticles.add(verticle);
                      return verticle;
                    },
                    new DeploymentOptions().setInstances(instances)))
        .map(id -> new GatewayServer(vertx, id, verticles.get(0)));
  }

  /** Off the event loop, and before anything listens. */
  private static Future<?> load(Vertx vertx, ServerSettings settings, TlsKeys keys) {
    return settings.httpsPort().isEmpty()
        ? Future.succeededFuture()
        : vertx.executeBlocking(keys::get);
  }

  /** The port it listens on, also when it was to take a free one. */
  public int port() {
    return first.port();
  }

  /**
   * The port it listens on for TLS, also when it was to take a free one; empty if there is none.
   */
  public OptionalInt httpsPort() {
    return first.httpsPort();
  }

  /** Stops accepting, lets what is in flight finish within the grace time, and closes. */
  public Future<Void> stop() {
    return vertx.undeploy(deployment);
  }
}

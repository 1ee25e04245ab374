package io.tagginggateway.app.http;

import io.tagginggateway.app.rpc.Gateway;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A running server: one verticle per event loop, all on one port. */
public final class GatewayServer {
  private final Vertx vertx;
  private final String deployment;
  private final int port;

  private GatewayServer(Vertx vertx, String deployment, int port) {
    this.vertx = vertx;
    this.deployment = deployment;
    this.port = port;
  }

  /**
   * Starts to serve; fails if the port is taken.
   *
   * @param instances how many event loops serve
   * @param adminRoutes makes the routes below {@code /_gateway}, once per event loop
   */
  public static Future<GatewayServer> start(
      Vertx vertx,
      ServerSettings settings,
      Gateway gateway,
      Function<Vertx, Router> adminRoutes,
      int instances) {
    List<GatewayVerticle> verticles = new CopyOnWriteArrayList<>();
    return vertx
        .deployVerticle(
            () -> {
              GatewayVerticle verticle = new GatewayVerticle(settings, gateway, adminRoutes);
              verticles.add(verticle);
              return verticle;
            },
            new DeploymentOptions().setInstances(instances))
        .map(id -> new GatewayServer(vertx, id, verticles.get(0).port()));
  }

  /** The port it listens on, also when it was to take a free one. */
  public int port() {
    return port;
  }

  /** Stops accepting, lets what is in flight finish within the grace time, and closes. */
  public Future<Void> stop() {
    return vertx.undeploy(deployment);
  }
}

package io.tagginggateway.app.http;

import io.tagginggateway.app.rpc.Gateway;
import io.tagginggateway.app.tls.TlsKeys;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A running server: one verticle per event loop, all on one port. */
public final class GatewayServer {
  private final Vertx vertx;
  private final String deployment;
  private final GatewayVerticle first;
  private final Duration grace;
  private final StopSignal stopping;

  private GatewayServer(
      Vertx vertx, String deployment, GatewayVerticle first, Duration grace, StopSignal stopping) {
    this.vertx = vertx;
    this.deployment = deployment;
    this.first = first;
    this.grace = grace;
    this.stopping = stopping;
  }

  /**
   * Starts to serve; fails if a port is taken or, with https enabled, its keys cannot be used.
   *
   * @param load counts what clients hold; for this server alone
   * @param keys for TLS; not touched before a listener needs them
   * @param stopping is given when the server begins to stop
   * @param instances how many event loops serve
   * @param adminDoor makes what answers {@code /_gateway} and below, once per event loop
   */
  public static Future<GatewayServer> start(
      Vertx vertx,
      ServerSettings settings,
      ServerLoad load,
      Gateway gateway,
      TlsKeys keys,
      Function<Vertx, Handler<HttpServerRequest>> adminDoor,
      StopSignal stopping,
      int instances) {
    TrackingTransport.of(vertx).admission(load.connections()::accepted);
    List<GatewayVerticle> verticles = new CopyOnWriteArrayList<>();
    return load(vertx, settings, keys)
        .compose(
            loaded ->
                vertx.deployVerticle(
                    () -> {
                      GatewayVerticle verticle =
                          new GatewayVerticle(settings, load, gateway, keys, adminDoor, stopping);
                      verticles.add(verticle);
                      return verticle;
                    },
                    new DeploymentOptions().setInstances(instances)))
        .map(id -> new GatewayServer(vertx, id, verticles.get(0), settings.grace(), stopping));
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

  /**
   * Accepts what waits and then nothing more, lets what is under way finish within the grace time,
   * and closes.
   */
  public Future<Void> stop() {
    stopping.give();
    Set<Integer> ports = new HashSet<>(Set.of(port()));
    httpsPort().ifPresent(ports::add);
    return Drain.start(vertx, ports, grace).eventually(() -> vertx.undeploy(deployment));
  }
}

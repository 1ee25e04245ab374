package io.tagginggateway.app.process;

import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.http.GatewayServer;
import io.tagginggateway.app.http.ServerLoad;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.state.Stores;
import io.vertx.core.Vertx;
import java.time.Clock;

/** A gateway with two event loops over given stores, whose parts tests can look at. */
public final class AssembledGateway {
  private final GatewayAssembly parts;
  private final GatewayServer server;

  private AssembledGateway(GatewayAssembly parts, GatewayServer server) {
    this.parts = parts;
    this.server = server;
  }

  /** Serves until the Vert.x is closed. */
  public static AssembledGateway start(
      Vertx vertx, GatewayConfig config, Products products, Stores stores) {
    GatewayAssembly parts = new GatewayAssembly(config, products, stores, Clock.systemUTC());
    GatewayServer server = GatewayVertx.join(parts.serve(vertx, 2));
    parts.readiness().serving(true);
    return new AssembledGateway(parts, server);
  }

  public GatewayServer server() {
    return server;
  }

  public ServerLoad load() {
    return parts.load();
  }

  public FaultRules faults() {
    return parts.faults();
  }

  public Journal journal() {
    return parts.journal();
  }
}

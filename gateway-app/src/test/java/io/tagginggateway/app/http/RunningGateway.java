package io.tagginggateway.app.http;

import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.rpc.Gateway;
import io.tagginggateway.app.rpc.GatewaySettings;
import io.tagginggateway.app.rpc.HostTable;
import io.tagginggateway.app.state.GatewayState;
import io.tagginggateway.app.state.StateHolder;
import io.tagginggateway.app.tls.TlsKeys;
import io.tagginggateway.app.tls.TlsSettings;
import io.tagginggateway.core.auth.LenientAuthenticator;
import io.tagginggateway.core.product.ProductModule;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.product.TaggingService;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A gateway on free ports. */
final class RunningGateway implements AutoCloseable {
  /** So long that a test which waits for it fails. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private final Vertx vertx = Vertx.vertx();
  private final GatewayServer server;
  private final Path directory;

  private RunningGateway(Path directory, boolean https, boolean proxy) {
    this.directory = directory;
    List<TaggingService> services = new ArrayList<>();
    for (ProductModule module : ServiceLoader.load(ProductModule.class)) {
      services.add(new TaggingService(module, ServiceSettings.DEFAULT));
    }
    HostTable hosts = new HostTable(services, Map.of("VpcIpam", List.of("ipam.test")));
    Gateway gateway =
        new Gateway(
            hosts,
            new LenientAuthenticator("1234567890123456", false),
            new StateHolder(GatewayState.empty()),
            new GatewaySettings("cn-hangzhou", Set.of()),
            new FaultRules(new ErrorTables(List.of())),
            exchange -> {});
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            https ? OptionalInt.of(0) : OptionalInt.empty(),
            proxy,
            1 << 20,
            Limits.DEFAULT,
            GRACE);
    TlsKeys keys =
        new TlsKeys(
            new TlsSettings(directory, null, List.of("127.0.0.1"), gateway::isProductHost),
            Clock.systemUTC());
    server =
        await(GatewayServer.start(vertx, settings, gateway, keys, RunningGateway::adminRoutes, 2));
  }

  static RunningGateway plain(Path directory) {
    return new RunningGateway(directory, false, true);
  }

  static RunningGateway withHttps(Path directory) {
    return new RunningGateway(directory, true, true);
  }

  static RunningGateway withoutProxy(Path directory) {
    return new RunningGateway(directory, true, false);
  }

  private static Router adminRoutes(Vertx vertx) {
    Router router = Router.router(vertx);
    router.get("/who").handler(context -> context.end("admin"));
    return router;
  }

  int port() {
    return server.port();
  }

  int httpsPort() {
    return server.httpsPort().orElseThrow();
  }

  TlsClient tls() {
    return new TlsClient(TlsKeys.authorityFile(directory));
  }

  void stop() {
    await(server.stop());
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}

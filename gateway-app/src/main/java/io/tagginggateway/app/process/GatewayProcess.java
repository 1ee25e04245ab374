package io.tagginggateway.app.process;

import io.tagginggateway.app.admin.AdminRoutes;
import io.tagginggateway.app.admin.HealthEndpoint;
import io.tagginggateway.app.admin.Readiness;
import io.tagginggateway.app.config.AuthMode;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.config.ResourceMode;
import io.tagginggateway.app.config.UnknownKeys;
import io.tagginggateway.app.contract.ContractsEndpoint;
import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.fixture.FixtureException;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.app.fixture.FixtureSource;
import io.tagginggateway.app.http.GatewayServer;
import io.tagginggateway.app.http.ServerSettings;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.rpc.Gateway;
import io.tagginggateway.app.rpc.GatewaySettings;
import io.tagginggateway.app.rpc.HostTable;
import io.tagginggateway.app.state.GatewayState;
import io.tagginggateway.app.state.GuestLimits;
import io.tagginggateway.app.state.StateHolder;
import io.tagginggateway.app.tls.TlsKeys;
import io.tagginggateway.app.tls.TlsSettings;
import io.tagginggateway.app.tls.TlsSettings.OwnCertificate;
import io.tagginggateway.core.auth.Authenticator;
import io.tagginggateway.core.auth.LenientAuthenticator;
import io.tagginggateway.core.auth.NonceMemory;
import io.tagginggateway.core.auth.StrictAuthenticator;
import io.tagginggateway.core.product.ProductModule;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.product.TaggingService;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A gateway that serves. Several may live in one JVM. It is started and stopped from any thread but
 * an event loop.
 */
public final class GatewayProcess implements AutoCloseable {
  private final Vertx vertx;
  private final GatewayConfig config;
  private final GatewayServer server;
  private final Readiness readiness;
  private final StateHolder state;
  private final Journal journal;
  private final FaultRules faults;

  private GatewayProcess(
      Vertx vertx,
      GatewayConfig config,
      GatewayServer server,
      Readiness readiness,
      StateHolder state,
      Journal journal,
      FaultRules faults) {
    this.vertx = vertx;
    this.config = config;
    this.server = server;
    this.readiness = readiness;
    this.state = state;
    this.journal = journal;
    this.faults = faults;
  }

  /** Starts with the time of the system; all else as below. */
  public static GatewayProcess start(Vertx vertx, GatewayConfig config, Products products) {
    return start(vertx, config, products, Clock.systemUTC());
  }

  /**
   * Loads the fixtures and serves; returns when requests are answered.
   *
   * @param vertx becomes the gateway's, and ends with it or with a failed start
   * @param clock tells whether a signature is fresh and a certificate due
   * @throws StartException if a port is taken, the address is none of this machine, or the keys for
   *     TLS cannot be used
   * @throws FixtureException if a fixture cannot be loaded
   */
  public static GatewayProcess start(
      Vertx vertx, GatewayConfig config, Products products, Clock clock) {
    try {
      GatewayState initial = new FixtureLoader(products).load(sources(config));
      StateHolder state = new StateHolder(initial);
      List<TaggingService> services = services(config, products);
      FaultRules faults = new FaultRules(new ErrorTables(products.modules()));
      Journal journal = new Journal(config.journal().capacity());
      Gateway gateway =
          new Gateway(
              new HostTable(services, aliases(config)),
              authenticator(config, clock),
              state,
              gatewaySettings(config),
              faults,
              journal::add);
      Readiness readiness = new Readiness(services, state);
      AdminRoutes admin =
          new AdminRoutes(List.of(new HealthEndpoint(readiness), new ContractsEndpoint(products)));
      GatewayServer server =
          join(
              GatewayServer.start(
                  vertx,
                  settings(config),
                  gateway,
                  keys(config, gateway, clock),
                  admin,
                  GatewayVertx.eventLoops()));
      readiness.serving(true);
      return new GatewayProcess(vertx, config, server, readiness, state, journal, faults);
    } catch (StartException | FixtureException e) {
      join(vertx.close());
      throw e;
    } catch (CompletionException e) {
      join(vertx.close());
      throw ListenFailure.of(config, e.getCause() == null ? e : e.getCause());
    }
  }

  /** The port of the plain listener, also when it was to take a free one. */
  public int port() {
    return server.port();
  }

  /** Where the plain listener answers. */
  public String url() {
    return "http://" + hostInUrl() + ":" + port();
  }

  /** Where the TLS listener answers, or null if there is none. */
  public @Nullable String tlsUrl() {
    OptionalInt port = server.httpsPort();
    return port.isEmpty() ? null : "https://" + hostInUrl() + ":" + port.getAsInt();
  }

  /** What it holds, for a caller in this JVM; the admin API changes the same. */
  public StateHolder state() {
    return state;
  }

  /** What it was asked. */
  public Journal journal() {
    return journal;
  }

  /** What it does wrong on purpose. */
  public FaultRules faults() {
    return faults;
  }

  private String hostInUrl() {
    String host = config.http().host();
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  /** Stops accepting, lets what is in flight finish within the grace time, and ends. */
  @Override
  public void close() {
    readiness.serving(false);
    // One after the other: a future of an event loop cannot tell that its own loop has ended.
    try {
      join(server.stop());
    } finally {
      join(vertx.close());
    }
  }

  private static List<FixtureSource> sources(GatewayConfig config) {
    if (config.fixtures().isEmpty()) {
      return config.demo() ? List.of(FixtureSource.demo()) : List.of();
    }
    return config.fixtures().stream().map(FixtureSource::file).toList();
  }

  private static List<TaggingService> services(GatewayConfig config, Products products) {
    boolean mustExist = config.resources() == ResourceMode.DECLARED;
    List<TaggingService> services = new ArrayList<>();
    for (ProductModule module : products.modules()) {
      int pageSize = config.product(module).pageSize();
      services.add(new TaggingService(module, new ServiceSettings(pageSize, mustExist)));
    }
    return services;
  }

  private static Map<String, List<String>> aliases(GatewayConfig config) {
    Map<String, List<String>> aliases = new HashMap<>();
    config.products().forEach((code, product) -> aliases.put(code, product.hosts()));
    return aliases;
  }

  private static Authenticator authenticator(GatewayConfig config, Clock clock) {
    if (config.auth() == AuthMode.STRICT) {
      return new StrictAuthenticator(clock, new NonceMemory());
    }
    return new LenientAuthenticator(
        config.accounts().defaultAccount(), config.accounts().unknownKey() == UnknownKeys.ISOLATED);
  }

  private static GatewaySettings gatewaySettings(GatewayConfig config) {
    return new GatewaySettings(
        config.region(),
        Set.of(config.http().host().toLowerCase(Locale.ROOT)),
        GuestLimits.of(config.accounts().defaultAccount()));
  }

  private static ServerSettings settings(GatewayConfig config) {
    return new ServerSettings(
        config.http().host(),
        config.http().port(),
        config.https().enabled() ? OptionalInt.of(config.https().port()) : OptionalInt.empty(),
        config.proxy().enabled(),
        config.http().maxBody(),
        config.shutdown().grace());
  }

  private static TlsKeys keys(GatewayConfig config, Gateway gateway, Clock clock) {
    GatewayConfig.Https https = config.https();
    OwnCertificate own =
        https.certificate() == null || https.key() == null
            ? null
            : new OwnCertificate(https.certificate(), https.key());
    List<String> names = List.of(config.http().host());
    return new TlsKeys(
        new TlsSettings(https.directory(), own, names, gateway::isProductHost), clock);
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}

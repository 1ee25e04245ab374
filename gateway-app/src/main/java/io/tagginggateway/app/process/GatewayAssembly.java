package io.tagginggateway.app.process;

import io.tagginggateway.app.admin.AdminDoor;
import io.tagginggateway.app.admin.AdminRoutes;
import io.tagginggateway.app.admin.FaultJson;
import io.tagginggateway.app.admin.Readiness;
import io.tagginggateway.app.config.AuthMode;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.config.HttpsConfig;
import io.tagginggateway.app.config.Limits;
import io.tagginggateway.app.config.ResourceMode;
import io.tagginggateway.app.config.UnknownKeys;
import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.fixture.FixtureSource;
import io.tagginggateway.app.hint.FarState;
import io.tagginggateway.app.hint.HintSettings;
import io.tagginggateway.app.hint.Hints;
import io.tagginggateway.app.host.OwnNames;
import io.tagginggateway.app.http.GatewayServer;
import io.tagginggateway.app.http.ServerLoad;
import io.tagginggateway.app.http.StopSignal;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.memory.MemoryBudget;
import io.tagginggateway.app.memory.MemoryPlan;
import io.tagginggateway.app.metrics.LoopLag;
import io.tagginggateway.app.metrics.MetricsText;
import io.tagginggateway.app.metrics.RequestMetrics;
import io.tagginggateway.app.rpc.Explainer;
import io.tagginggateway.app.rpc.Gateway;
import io.tagginggateway.app.rpc.HostTable;
import io.tagginggateway.app.tls.TlsKeys;
import io.tagginggateway.app.tls.TlsSettings;
import io.tagginggateway.app.tls.TlsSettings.OwnCertificate;
import io.tagginggateway.core.auth.Authenticator;
import io.tagginggateway.core.auth.LenientAuthenticator;
import io.tagginggateway.core.auth.StrictAuthenticator;
import io.tagginggateway.core.document.Documents;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.product.Surroundings;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.state.SharedLog;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.state.Stores;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What a gateway is made of, as its configuration says. */
final class GatewayAssembly {
  private final GatewayConfig config;
  private final Products products;
  private final Clock clock;
  private final Stores stores;
  private final FaultRules faults;
  private final Journal journal;
  private final ServerLoad load;
  private final LoopLag lag = new LoopLag();
  private final MetricsText metrics;
  private final RequestLog requestLog;
  private final RequestMetrics requests;
  private final Gateway gateway;
  private final Readiness readiness;
  private final OnFirstUse<AdminRoutes> admin;
  private final StopSignal stopping = new StopSignal();
  private final AtomicInteger port = new AtomicInteger();

  GatewayAssembly(GatewayConfig config, Products products, Stores stores, Clock clock) {
    this.config = config;
    this.products = products;
    this.clock = clock;
    this.stores = stores;
    faults = new FaultRules(new ErrorTables(products), stores.faults(), FaultJson::document);
    requests = new RequestMetrics(faults.errors());
    MemoryPlan plan = MemoryPlan.of(config.limits().memory(), config.limits().stored());
    journal = journal(config.journal().capacity(), plan.journal());
    load = new ServerLoad(config.limits(), new MemoryBudget(plan.callers()));
    requestLog = new RequestLog(config.log().requests());
    metrics = new MetricsText(requests, lag, stores, () -> ProcessGauges.of(journal, load, stores));
    List<TaggingService> services =
        services(config, new Surroundings(products, clock, new Documents()));
    gateway =
        new Gateway(
            new HostTable(services, PartSettings.aliases(config)),
            authenticator(config, clock, stores),
            stores::current,
            PartSettings.gateway(config),
            faults,
            hints(),
            new ExchangeRecorder(journal, requests, requestLog));
    readiness = new Readiness(services, stores);
    admin = new OnFirstUse<>(this::adminRoutes);
  }

  private AdminRoutes adminRoutes() {
    return new AdminAssembly(
            config, products, clock, stores, faults, journal, metrics, requests, readiness,
            stopping, port::get)
        .routes();
  }

  private Explainer hints() {
    if (!config.hints().enabled()) {
      return Explainer.SILENT;
    }
    OnFirstUse<Hints> hints = new OnFirstUse<>(this::newHints);
    return exchange -> hints.get().explain(exchange);
  }

  private Hints newHints() {
    Limits limits = config.limits();
    return new Hints(
        products,
        PartSettings.aliases(config),
        OwnNames.of(config.http().allNames()),
        new HintSettings(
            config.hints().header(), config.http().maxBody(), limits.line(), limits.header()),
        asHintsSeeIt(),
        clock);
  }

  /** A store that others share is not asked for everything at each request that found nothing. */
  private Supplier<State> asHintsSeeIt() {
    if (stores.log().isEmpty()) {
      return stores::current;
    }
    State far = new FarState(stores.current());
    return () -> far;
  }

  /** Written while requests come; to be closed behind them. */
  RequestLog requestLog() {
    return requestLog;
  }

  private Journal journal(int capacity, long bytes) {
    SharedLog log = stores.log().orElse(null);
    return log == null ? new Journal(capacity, bytes) : new Journal(log, products, capacity, bytes);
  }

  static List<FixtureSource> fixtures(GatewayConfig config) {
    return FixtureSource.of(config.fixtures(), config.demo());
  }

  Stores stores() {
    return stores;
  }

  Journal journal() {
    return journal;
  }

  FaultRules faults() {
    return faults;
  }

  Readiness readiness() {
    return readiness;
  }

  ServerLoad load() {
    return load;
  }

  /**
   * Opens the listeners on a Vert.x.
   *
   * @param eventLoops how many serve
   */
  Future<GatewayServer> serve(Vertx vertx, int eventLoops) {
    return GatewayServer.start(
            vertx,
            PartSettings.server(config),
            load,
            gateway,
            keys(),
            this::adminDoor,
            stopping,
            eventLoops)
        .onSuccess(server -> port.set(server.port()));
  }

  private Handler<HttpServerRequest> adminDoor(Vertx vertx) {
    lag.watch(vertx);
    return new AdminDoor(vertx, admin);
  }

  MetricsText metrics() {
    return metrics;
  }

  private TlsKeys keys() {
    HttpsConfig https = config.https();
    OwnCertificate own =
        https.certificate() == null || https.key() == null
            ? null
            : new OwnCertificate(https.certificate(), https.key());
    List<String> names = config.http().allNames();
    return new TlsKeys(
        new TlsSettings(https.directory(), own, names, gateway::isAnsweredHost), clock);
  }

  private static List<TaggingService> services(GatewayConfig config, Surroundings surroundings) {
    boolean mustExist = config.resources() == ResourceMode.DECLARED;
    List<TaggingService> services = new ArrayList<>();
    for (ProductEntry entry : surroundings.products().entries()) {
      int pageSize = config.product(entry.head().code()).pageSize();
      services.add(
          new TaggingService(entry, new ServiceSettings(pageSize, mustExist), surroundings));
    }
    return services;
  }

  private static Authenticator authenticator(GatewayConfig config, Clock clock, Stores stores) {
    if (config.auth() == AuthMode.STRICT) {
      return new StrictAuthenticator(clock, stores.nonces());
    }
    return new LenientAuthenticator(
        config.accounts().defaultAccount(), config.accounts().unknownKey() == UnknownKeys.ISOLATED);
  }
}

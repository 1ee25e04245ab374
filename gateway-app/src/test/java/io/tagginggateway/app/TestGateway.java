package io.tagginggateway.app;

import io.tagginggateway.app.admin.FaultJson;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.Limits;
import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.fault.FaultReader;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.host.OwnNames;
import io.tagginggateway.app.http.GatewayServer;
import io.tagginggateway.app.http.ServerLoad;
import io.tagginggateway.app.http.ServerSettings;
import io.tagginggateway.app.http.StopSignal;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.journal.JournalEntry;
import io.tagginggateway.app.journal.JournalQuery;
import io.tagginggateway.app.memory.MemoryBudget;
import io.tagginggateway.app.memory.MemoryPlan;
import io.tagginggateway.app.process.GatewayVertx;
import io.tagginggateway.app.rpc.ExchangeObserver;
import io.tagginggateway.app.rpc.Explainer;
import io.tagginggateway.app.rpc.Gateway;
import io.tagginggateway.app.rpc.GatewaySettings;
import io.tagginggateway.app.rpc.HostTable;
import io.tagginggateway.app.state.GatewayState;
import io.tagginggateway.app.state.StateHolder;
import io.tagginggateway.app.tls.TlsKeys;
import io.tagginggateway.app.tls.TlsSettings;
import io.tagginggateway.core.auth.LenientAuthenticator;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.product.file.ProductBundle;
import io.tagginggateway.core.state.GuestLimits;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A gateway on a free port, with two event loops and nothing in it. */
public final class TestGateway implements AutoCloseable {
  public static final String ACCOUNT = "1234567890123456";

  private static final Limits DEFAULT = ConfigLoader.defaults(ProductBundle.installed()).limits();

  private final Vertx vertx = GatewayVertx.create();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final GatewayServer server;
  public final ServerLoad load;
  public final StateHolder state;
  public final FaultRules faults;
  public final Journal journal = new Journal(1000, 16 << 20);

  private TestGateway(
      boolean isolated,
      GuestLimits guests,
      GatewayState initial,
      Limits limits,
      ExchangeObserver observer) {
    Products products = ProductBundle.installed();
    List<TaggingService> services =
        products.entries().stream()
            .map(entry -> new TaggingService(entry, ServiceSettings.DEFAULT))
            .toList();
    state = new StateHolder(initial);
    faults = new FaultRules(new ErrorTables(products), state.faults(), FaultJson::document);
    Gateway gateway =
        new Gateway(
            new HostTable(services, Map.of()),
            new LenientAuthenticator(ACCOUNT, isolated),
            state::current,
            new GatewaySettings(
                "cn-hangzhou",
                OwnNames.of(List.of()),
                guests,
                GatewaySettings.STORE_TIMEOUT,
                false),
            faults,
            Explainer.SILENT,
            (exchange, sent) -> {
              journal.add(exchange, sent);
              observer.finished(exchange, sent);
            });
    TlsKeys keys =
        new TlsKeys(
            new TlsSettings(Path.of("unused"), null, List.of(), gateway::isAnsweredHost),
            Clock.systemUTC());
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            OptionalInt.empty(),
            true,
            1024 * 1024,
            limits,
            Duration.ofSeconds(10),
            null);
    load = new ServerLoad(limits, new MemoryBudget(MemoryPlan.of(limits.memory(), 0).callers()));
    server =
        join(
            GatewayServer.start(
                vertx, settings, load, gateway, keys, Router::router, new StopSignal(), 2));
  }

  public static TestGateway start() {
    return watched((exchange, sent) -> {});
  }

  public static TestGateway watched(ExchangeObserver observer) {
    return new TestGateway(false, GuestLimits.NONE, GatewayState.empty(), DEFAULT, observer);
  }

  public static TestGateway limited(Limits limits) {
    return new TestGateway(
        false, GuestLimits.NONE, GatewayState.empty(), limits, (exchange, sent) -> {});
  }

  public static TestGateway isolated(GuestLimits guests, GatewayState initial) {
    return new TestGateway(true, guests, initial, DEFAULT, (exchange, sent) -> {});
  }

  public int port() {
    return server.port();
  }

  /** Adds a rule, written with single quotes. */
  public void fault(String rule) {
    byte[] document = rule.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    faults.add(new FaultReader(faults.errors()).read(document)).toCompletableFuture().join();
  }

  public List<JournalEntry> journal() {
    return journal.find(JournalQuery.ALL);
  }

  /** An action of VPC IPAM in cn-hangzhou on IPAM. */
  public static String ipam(String action, String more) {
    return "Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM&Action=" + action + more;
  }

  /** An action of API Gateway in cn-hangzhou on plugin. */
  public static String plugin(String action, String more) {
    return "Version=2016-07-14&ResourceType=plugin&Action=" + action + more;
  }

  public HttpResponse<String> get(String query) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/?" + query))
            .timeout(Duration.ofSeconds(20))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  public Future<Void> stop() {
    return server.stop();
  }

  @Override
  public void close() {
    join(vertx.close());
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}

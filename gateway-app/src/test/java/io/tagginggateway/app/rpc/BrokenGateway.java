package io.tagginggateway.app.rpc;

import io.tagginggateway.app.admin.FaultJson;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.config.Limits;
import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.fault.FaultReader;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.host.OwnNames;
import io.tagginggateway.app.http.GatewayServer;
import io.tagginggateway.app.http.ServerLoad;
import io.tagginggateway.app.http.ServerSettings;
import io.tagginggateway.app.http.StopSignal;
import io.tagginggateway.app.memory.MemoryBudget;
import io.tagginggateway.app.process.GatewayVertx;
import io.tagginggateway.app.state.GatewayState;
import io.tagginggateway.app.tls.TlsKeys;
import io.tagginggateway.app.tls.TlsSettings;
import io.tagginggateway.core.auth.Authenticator;
import io.tagginggateway.core.auth.LenientAuthenticator;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.product.file.ProductBundle;
import io.tagginggateway.core.state.GuestLimits;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.store.MemoryFaultStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
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
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A gateway on a free port, with one event loop, of which a test breaks a part. */
public final class BrokenGateway implements AutoCloseable {
  static final String ACCOUNT = "1234567890123456";
  private static final GatewayConfig CONFIG = ConfigLoader.defaults(ProductBundle.installed());
  private static final Limits LIMITS = CONFIG.limits();

  private final Vertx vertx = GatewayVertx.create();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final GatewayServer server;
  private final FaultRules faults;

  /** The parts, sound until a test replaces one. */
  public static final class Parts {
    Authenticator authenticator = new LenientAuthenticator(ACCOUNT, false);
    State state = GatewayState.empty();
    UnaryOperator<ProductEntry> product = entry -> entry;
    public ExchangeObserver observer = (exchange, sent, now) -> {};
    Duration storeTimeout = Duration.ofSeconds(20);
    int queue = LIMITS.queue();
  }

  public BrokenGateway(Parts parts) {
    List<ProductEntry> entries =
        ProductBundle.installed().entries().stream().map(parts.product).toList();
    List<TaggingService> services =
        entries.stream().map(entry -> new TaggingService(entry, ServiceSettings.DEFAULT)).toList();
    faults =
        new FaultRules(
            new ErrorTables(ProductBundle.installed()),
            new MemoryFaultStore(),
            FaultJson::document);
    Gateway gateway =
        new Gateway(
            new HostTable(services, Map.of()),
            parts.authenticator,
            () -> parts.state,
            new GatewaySettings(
                "cn-hangzhou", OwnNames.of(List.of()), GuestLimits.NONE, parts.storeTimeout, false),
            faults,
            Explainer.SILENT,
            parts.observer);
    Limits limits =
        new Limits(
            LIMITS.connections(),
            LIMITS.line(),
            LIMITS.header(),
            LIMITS.idle(),
            LIMITS.read(),
            parts.queue,
            0,
            0);
    TlsKeys keys =
        new TlsKeys(
            new TlsSettings(Path.of("unused"), null, List.of(), gateway::isAnsweredHost),
            Clock.systemUTC());
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            OptionalInt.empty(),
            false,
            1 << 20,
            limits,
            Duration.ofSeconds(10),
            CONFIG.forward());
    server =
        join(
            GatewayServer.start(
                vertx,
                settings,
                new ServerLoad(limits, new MemoryBudget(64L << 20)),
                gateway,
                keys,
                Router::router,
                new StopSignal(),
                1));
  }

  /** Adds a rule, written with single quotes. */
  public void fault(String rule) {
    byte[] json = rule.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    faults.add(new FaultReader(faults.errors()).read(json)).toCompletableFuture().join();
  }

  /** An action of VPC IPAM on one resource, answered in JSON. */
  public CompletableFuture<HttpResponse<String>> ask(String action, String more) {
    return get(
        "Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM&ResourceId.1=r&Format=JSON"
            + ("&Action=" + action + more));
  }

  public CompletableFuture<HttpResponse<String>> get(String query) {
    return client.sendAsync(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/?" + query))
            .timeout(Duration.ofSeconds(30))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    join(vertx.close());
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}

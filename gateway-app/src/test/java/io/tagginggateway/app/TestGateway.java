package io.tagginggateway.app;

import io.tagginggateway.app.config.CommandLineSettings;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.config.Limits;
import io.tagginggateway.app.fault.FaultReader;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.http.ServerLoad;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.journal.JournalEntry;
import io.tagginggateway.app.journal.JournalQuery;
import io.tagginggateway.app.process.AssembledGateway;
import io.tagginggateway.app.process.GatewayVertx;
import io.tagginggateway.app.state.GatewayState;
import io.tagginggateway.app.state.StateHolder;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.file.ProductBundle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A gateway on a free port, with two event loops and nothing in it unless a state is given. */
public final class TestGateway implements AutoCloseable {
  public static final String ACCOUNT = "1234567890123456";

  private static final Products PRODUCTS = ProductBundle.installed();

  private final Vertx vertx = GatewayVertx.create();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AssembledGateway gateway;
  public final ServerLoad load;
  public final StateHolder state;
  public final FaultRules faults;
  public final Journal journal;

  private TestGateway(GatewayState initial, Map<String, String> settings) {
    CommandLineSettings options =
        CommandLineSettings.of(null).with("port", "http.port", "0").with("demo", "demo", "false");
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      options = options.with(setting.getKey(), setting.getKey(), setting.getValue());
    }
    GatewayConfig config = join(new ConfigLoader(vertx, PRODUCTS, Map.of()).load(options));
    state = new StateHolder(initial);
    gateway = AssembledGateway.start(vertx, config, PRODUCTS, state);
    load = gateway.load();
    faults = gateway.faults();
    journal = gateway.journal();
  }

  public static TestGateway start() {
    return with(Map.of());
  }

  /** One with these settings. */
  public static TestGateway with(Map<String, String> settings) {
    return new TestGateway(GatewayState.empty(), settings);
  }

  public static TestGateway limited(Limits limits) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("limits.connections", String.valueOf(limits.connections()));
    settings.put("limits.line", limits.line() + "B");
    settings.put("limits.header", limits.header() + "B");
    settings.put("limits.idle", limits.idle().toMillis() + "ms");
    settings.put("limits.read", limits.read().toMillis() + "ms");
    settings.put("limits.queue", String.valueOf(limits.queue()));
    settings.put("limits.memory", limits.memory() + "B");
    return with(settings);
  }

  /** One where each undeclared key has an account of its own. */
  public static TestGateway isolated(GatewayState initial) {
    return new TestGateway(initial, Map.of("accounts.unknown-key", "isolated"));
  }

  public int port() {
    return gateway.server().port();
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
    return gateway.server().stop();
  }

  @Override
  public void close() {
    join(vertx.close());
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}

package io.tagginggateway.app.verify;

import io.tagginggateway.app.testing.StartedGateway;
import io.tagginggateway.contract.verify.Credentials;
import io.tagginggateway.contract.verify.Outcome;
import io.tagginggateway.contract.verify.Target;
import io.tagginggateway.contract.verify.Verification;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Checks many broken servers, several at a time. Those that are broken by what stands before a
 * gateway share the gateway; one with another file has a gateway of its own.
 */
final class BrokenServerRun implements AutoCloseable {
  /** A check waits for answers most of its time. */
  private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

  private static final Credentials KEY = new Credentials("testid", "testsecret", null);

  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private final Map<String, StartedGateway> sound = new ConcurrentHashMap<>();
  private final Map<String, Future<Outcome>> outcomes = new HashMap<>();

  /** Has a server of this product checked. */
  void add(ProductEntry product, BrokenServer server) {
    String name = name(product.head().code(), server);
    if (outcomes.put(name, threads.submit(() -> check(product, server))) != null) {
      throw new IllegalStateException("two servers for " + name);
    }
  }

  /** What came of it, when it is there. */
  Outcome outcome(String code, BrokenServer server)
      throws InterruptedException, ExecutionException {
    return outcomes.get(name(code, server)).get();
  }

  private static String name(String code, BrokenServer server) {
    return code + " " + server.rule();
  }

  private Outcome check(ProductEntry product, BrokenServer server) throws Exception {
    SpoiledProduct spoiled = new SpoiledProduct(product);
    String before = spoiled.file().toString();
    server.product().accept(spoiled);
    if (spoiled.file().toString().equals(before)) {
      return check(product, server, gateway(product, server.strict()).uri());
    }
    Products products = new Products(List.of(spoiled.entry()));
    try (StartedGateway gateway = new StartedGateway(products, Map.of("demo", "false"))) {
      return check(product, server, gateway.uri());
    }
  }

  private static Outcome check(ProductEntry product, BrokenServer server, URI gateway)
      throws Exception {
    if (server.behaviour() == null) {
      return check(product, gateway);
    }
    try (SpoilingProxy proxy = new SpoilingProxy(gateway, server.behaviour().get())) {
      return check(product, proxy.uri());
    }
  }

  private static Outcome check(ProductEntry product, URI server) {
    return Verification.check(new Target(server, product, KEY, "cn-hangzhou", false));
  }

  private StartedGateway gateway(ProductEntry product, boolean strict) {
    String code = product.head().code();
    return strict
        ? sound.computeIfAbsent(
            code,
            first ->
                new StartedGateway(
                    "auth.mode", "strict", "products." + code + ".hosts", "127.0.0.1"))
        : sound.computeIfAbsent("lenient", first -> new StartedGateway());
  }

  @Override
  public void close() {
    threads.shutdownNow();
    sound.values().forEach(StartedGateway::close);
  }
}

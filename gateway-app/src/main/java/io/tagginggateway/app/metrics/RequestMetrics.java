package io.tagginggateway.app.metrics;

import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.fault.FaultRule;
import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.Operation;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests. The labels are bounded whatever callers send: products, actions and formats are
 * the known ones, and an unknown error code counts as {@code other}. Counting a request looks up
 * existing counters and allocates nothing.
 */
public final class RequestMetrics {
  static final String OK = "OK";
  static final String OTHER = "other";
  static final String NONE = "none";

  private final ErrorTables errors;
  private final Map<String, ProductMetrics> byProduct = new ConcurrentHashMap<>();
  private final ProductMetrics noProduct = new ProductMetrics();
  private final Set<String> gatewayCodes = new HashSet<>();
  private final Map<String, LongAdder> faults = new ConcurrentHashMap<>();

  private static final class ProductMetrics {
    private final Map<String, ActionMetrics> byOperation = new ConcurrentHashMap<>();
    private final ActionMetrics noOperation = new ActionMetrics();
  }

  /** Takes what is counted. */
  @FunctionalInterface
  interface Visitor {
    void action(String product, String action, ActionMetrics metrics);
  }

  /** Counts for products with these errors. */
  public RequestMetrics(ErrorTables errors) {
    this.errors = errors;
    GatewayErrors.all().forEach(error -> gatewayCodes.add(error.code()));
  }

  /**
   * Counts an exchange that is over.
   *
   * @param now when it ended, by {@link System#nanoTime}
   */
  public void finished(Exchange exchange, long now) {
    ActionMetrics metrics = metrics(exchange);
    metrics.latency.record(exchange.micros(now));
    String code = exchange.code();
    if (code == null && exchange.status() == 200) {
      metrics.succeeded(exchange.format(), exchange.rows());
    } else {
      metrics.failed(
          exchange.format(), code != null && isKnown(exchange.product(), code) ? code : OTHER);
    }
    FaultRule fault = exchange.fault();
    if (fault != null) {
      faults.computeIfAbsent(fault.fault().type().wireName(), first -> new LongAdder()).increment();
    }
  }

  private ActionMetrics metrics(Exchange exchange) {
    Operation operation = exchange.operation();
    ProductMetrics product = product(exchange.product());
    if (operation == null) {
      return product.noOperation;
    }
    ActionMetrics known = product.byOperation.get(operation.name());
    return known != null
        ? known
        : product.byOperation.computeIfAbsent(operation.name(), first -> new ActionMetrics());
  }

  private ProductMetrics product(@Nullable String code) {
    if (code == null) {
      return noProduct;
    }
    ProductMetrics known = byProduct.get(code);
    return known != null ? known : byProduct.computeIfAbsent(code, first -> new ProductMetrics());
  }

  private boolean isKnown(@Nullable String product, String code) {
    return gatewayCodes.contains(code) || (product != null && errors.knows(product, code));
  }

  /** Everything that was counted since the start, over all products. */
  public RequestTotals totals() {
    long[] latency = new long[Histogram.bounds().length];
    long[] ends = new long[2];
    visit(
        (product, action, metrics) -> {
          long[] counts = metrics.latency.counts();
          for (int i = 0; i < counts.length; i++) {
            latency[i] += counts[i];
          }
          ends[0] += metrics.all();
          ends[1] += metrics.allFailed();
        });
    return new RequestTotals(ends[0], ends[1], latency);
  }

  /** How many requests suffered each kind of fault. */
  Map<String, LongAdder> faults() {
    return faults;
  }

  void visit(Visitor visitor) {
    byProduct.forEach((product, metrics) -> visit(product, metrics, visitor));
    visit(NONE, noProduct, visitor);
  }

  private static void visit(String product, ProductMetrics metrics, Visitor visitor) {
    metrics.byOperation.forEach((name, counted) -> visitor.action(product, name, counted));
    visitor.action(product, NONE, metrics.noOperation);
  }
}

package io.tagginggateway.app.metrics;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tagginggateway.core.state.Stores;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All metrics as Prometheus reads them. What it takes to write them is made when somebody asks for
 * the first time, so that a start does not pay for it; what the gateway counts itself is counted
 * from the start.
 */
public final class MetricsText implements AutoCloseable {
  private final RequestMetrics requests;
  private final LoopLag lag;
  private final Stores state;
  private final Supplier<List<Gauge>> gauges;
  private @Nullable PrometheusMeterRegistry registry;
  private @Nullable JvmGcMetrics collections;

  /**
   * Metrics of these parts.
   *
   * @param gauges asked once, when somebody wants the text for the first time
   */
  public MetricsText(
      RequestMetrics requests, LoopLag lag, Stores state, Supplier<List<Gauge>> gauges) {
    this.requests = requests;
    this.lag = lag;
    this.state = state;
    this.gauges = gauges;
  }

  /** The text of this moment. Takes a while: not for event loops. */
  public synchronized String scrape() {
    if (registry == null) {
      registry = registry();
    }
    return registry.scrape();
  }

  private PrometheusMeterRegistry registry() {
    PrometheusMeterRegistry made = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    made.getPrometheusRegistry()
        .register(new GatewayCollector(requests, lag, state, List.copyOf(gauges.get())));
    new JvmMemoryMetrics().bindTo(made);
    new JvmThreadMetrics().bindTo(made);
    new ProcessorMetrics().bindTo(made);
    new UptimeMetrics().bindTo(made);
    collections = new JvmGcMetrics();
    collections.bindTo(made);
    return made;
  }

  /** Lets go of what listens to the JVM. */
  @Override
  public synchronized void close() {
    if (collections != null) {
      collections.close();
    }
    if (registry != null) {
      registry.close();
    }
  }
}

package io.tagginggateway.app.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.TagStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hands over what was counted, when Prometheus asks. */
final class GatewayCollector implements MultiCollector {
  private final RequestMetrics requests;
  private final LoopLag lag;
  private final Stores state;
  private final List<Gauge> gauges;

  GatewayCollector(RequestMetrics requests, LoopLag lag, Stores state, List<Gauge> gauges) {
    this.requests = requests;
    this.lag = lag;
    this.state = state;
    this.gauges = gauges;
  }

  @Override
  public MetricSnapshots collect() {
    CounterSnapshot.Builder count = counter("requests", "Requests answered.");
    CounterSnapshot.Builder rows = counter("rows", "Rows listed.");
    HistogramSnapshot.Builder latency =
        HistogramSnapshot.builder()
            .name("tagging_gateway_request_duration_seconds")
            .help("From the arrival of a request to its answer.");
    requests.visit(
        (product, action, metrics) -> {
          Labels labels = Labels.of("product", product, "action", action);
          for (Format format : Format.values()) {
            Labels ofFormat = labels.add("format", format.name());
            metrics
                .counts(format)
                .forEach(
                    (code, number) -> count.dataPoint(point(ofFormat.add("code", code), number)));
          }
          if (metrics.rows() > 0) {
            rows.dataPoint(point(labels, metrics.rows()));
          }
          latency.dataPoint(histogram(labels, metrics.latency));
        });
    CounterSnapshot.Builder faults = counter("faults_injected", "Requests spoiled by a fault.");
    requests
        .faults()
        .forEach((type, number) -> faults.dataPoint(point(Labels.of("type", type), number.sum())));
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    for (Gauge gauge : gauges) {
      all.metricSnapshot(
          gauge(gauge.name(), gauge.help())
              .dataPoint(value(Labels.EMPTY, gauge.value().getAsLong()))
              .build());
    }
    if (state.log().isEmpty()) {
      // What others share is theirs to count: here it would cost a look at every row.
      all.metricSnapshot(stored(true)).metricSnapshot(stored(false));
    }
    return all.metricSnapshot(count.build())
        .metricSnapshot(rows.build())
        .metricSnapshot(latency.build())
        .metricSnapshot(faults.build())
        .metricSnapshot(
            HistogramSnapshot.builder()
                .name("tagging_gateway_event_loop_lag_seconds")
                .help("How late event loops were, asked once a second.")
                .dataPoint(histogram(Labels.EMPTY, lag.histogram()))
                .build())
        .build();
  }

  private GaugeSnapshot stored(boolean rows) {
    Map<String, Long> byProduct = new TreeMap<>();
    requests.visit((product, action, metrics) -> byProduct.put(product, 0L));
    byProduct.remove(RequestMetrics.NONE);
    Map<Partition, TagStore.Size> sizes =
        state.current().tags().sizes().toCompletableFuture().join();
    sizes.forEach(
        (partition, size) ->
            byProduct.merge(partition.product(), rows ? size.rows() : size.resources(), Long::sum));
    GaugeSnapshot.Builder gauge =
        rows
            ? gauge("stored_rows", "Tags of all resources.")
            : gauge("stored_resources", "Resources.");
    byProduct.forEach(
        (product, number) -> gauge.dataPoint(value(Labels.of("product", product), number)));
    return gauge.build();
  }

  private static CounterSnapshot.Builder counter(String name, String help) {
    return CounterSnapshot.builder().name("tagging_gateway_" + name).help(help);
  }

  private static GaugeSnapshot.Builder gauge(String name, String help) {
    return GaugeSnapshot.builder().name("tagging_gateway_" + name).help(help);
  }

  private static CounterSnapshot.CounterDataPointSnapshot point(Labels labels, long value) {
    return CounterSnapshot.CounterDataPointSnapshot.builder()
        .labels(labels)
        .value((double) value)
        .build();
  }

  private static GaugeSnapshot.GaugeDataPointSnapshot value(Labels labels, long value) {
    return GaugeSnapshot.GaugeDataPointSnapshot.builder()
        .labels(labels)
        .value((double) value)
        .build();
  }

  private static HistogramDataPointSnapshot histogram(Labels labels, Histogram histogram) {
    return HistogramDataPointSnapshot.builder()
        .labels(labels)
        .classicHistogramBuckets(ClassicHistogramBuckets.of(Histogram.bounds(), histogram.counts()))
        .sum(histogram.sumSeconds())
        .build();
  }
}

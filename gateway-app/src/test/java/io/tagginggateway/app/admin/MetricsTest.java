package io.tagginggateway.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Condition;
import org.hawkular.agent.prometheus.text.TextPrometheusMetricsProcessor;
import org.hawkular.agent.prometheus.types.Counter;
import org.hawkular.agent.prometheus.types.Gauge;
import org.hawkular.agent.prometheus.types.Histogram;
import org.hawkular.agent.prometheus.types.Metric;
import org.hawkular.agent.prometheus.types.MetricFamily;
import org.hawkular.agent.prometheus.walkers.CollectorPrometheusMetricsWalker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class MetricsTest {
  private final AdminClient gateway = new AdminClient(Map.of());

  @AfterEach
  void stop() {
    gateway.close();
  }

  /** The metrics by name and labels, as a parser of their format reads them. */
  private Map<String, Metric> scrape() throws Exception {
    HttpResponse<String> answer = gateway.admin("GET", "metrics", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    CollectorPrometheusMetricsWalker walker = new CollectorPrometheusMetricsWalker();
    byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
    new TextPrometheusMetricsProcessor(new ByteArrayInputStream(text), walker).walk();
    Map<String, Metric> metrics = new HashMap<>();
    for (MetricFamily family : walker.getAllMetricFamilies()) {
      for (Metric metric : family.getMetrics()) {
        List<String> labels = new ArrayList<>(metric.getLabels().values());
        labels.sort(null);
        metrics.put(family.getName() + labels, metric);
      }
    }
    return metrics;
  }

  private static double value(Map<String, Metric> metrics, String name) {
    Metric metric = metrics.get(name);
    assertThat(metric).as("%s in %s", name, metrics.keySet()).isNotNull();
    return metric instanceof Counter counter ? counter.getValue() : ((Gauge) metric).getValue();
  }

  @Test
  void tellsWhatWasAnsweredAndWhatIsStored() throws Exception {
    gateway.ipam("ListTagResources", "");
    gateway.ipam("ListTagResources", "&Format=xml");
    gateway.ipam("ListTagResources", "&MaxResults=x");
    gateway.admin("POST", "faults", "{\"fault\":{\"type\":\"html\"}}");
    gateway.ipam("ListTagResources", "");
    Map<String, Metric> metrics = scrape();
    String requests = "tagging_gateway_requests_total";
    assertThat(value(metrics, requests + "[JSON, ListTagResources, OK, VpcIpam]")).isEqualTo(1);
    assertThat(value(metrics, requests + "[ListTagResources, OK, VpcIpam, XML]")).isEqualTo(1);
    assertThat(
            value(metrics, requests + "[IllegalParam.MaxResults, JSON, ListTagResources, VpcIpam]"))
        .isEqualTo(1);
    assertThat(value(metrics, requests + "[JSON, ListTagResources, VpcIpam, other]")).isEqualTo(1);
    assertThat(value(metrics, "tagging_gateway_rows_total[ListTagResources, VpcIpam]"))
        .isEqualTo(2);
    assertThat(value(metrics, "tagging_gateway_faults_injected_total[html]")).isEqualTo(1);
    assertThat(value(metrics, "tagging_gateway_journal_size[]")).isEqualTo(4);
    assertThat(value(metrics, "tagging_gateway_requests_waiting[]")).isZero();
    assertThat(value(metrics, "tagging_gateway_connections[]")).isPositive();
    assertThat(value(metrics, "tagging_gateway_stored_rows[CloudAPI]")).isEqualTo(2);
    assertThat(value(metrics, "tagging_gateway_stored_resources[VpcIpam]")).isEqualTo(1);
    Histogram latency =
        (Histogram)
            metrics.get("tagging_gateway_request_duration_seconds[ListTagResources, VpcIpam]");
    assertThat(latency.getSampleCount()).isEqualTo(4);
    assertThat(latency.getBuckets().get(latency.getBuckets().size() - 1).getCumulativeCount())
        .isEqualTo(4);
    assertThat(metrics)
        .containsKey("tagging_gateway_event_loop_lag_seconds[]")
        .hasKeySatisfying(new Condition<>(k -> k.startsWith("jvm_memory"), "jvm memory"))
        .hasKeySatisfying(new Condition<>(k -> k.startsWith("jvm_gc"), "jvm gc"))
        .hasKeySatisfying(new Condition<>(k -> k.startsWith("jvm_threads"), "jvm threads"));
  }

  @Test
  void labelsAreBoundedWhateverCallersSend() throws Exception {
    scrape();
    for (int i = 0; i < 50; i++) {
      gateway.ipam("Action" + i, "&AccessKeyId=key" + i);
      gateway.send("GET", "/?Version=" + i + "&Action=x" + i + "&Format=f" + i, "");
      gateway.admin(
          "POST",
          "faults",
          "{\"fault\":{\"type\":\"error\",\"code\":\"C"
              + i
              + "\",\"status\":400,\"message\":\"m\"}}");
      gateway.ipam("ListTagResources", "&RegionId=r" + i);
    }
    Map<String, Metric> metrics = scrape();
    assertThat(metrics.keySet().stream().filter(name -> name.contains("requests_total")))
        .hasSizeLessThanOrEqualTo(4);
    assertThat(
            value(
                metrics, "tagging_gateway_requests_total[JSON, ListTagResources, VpcIpam, other]"))
        .isEqualTo(50);
  }
}

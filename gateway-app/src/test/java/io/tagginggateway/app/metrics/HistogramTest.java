package io.tagginggateway.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class HistogramTest {

  @Test
  void countsEachDurationOnceAtTheFirstBoundThatHoldsIt() {
    Histogram histogram = new Histogram();
    for (long micros : new long[] {0, 10, 11, 25, 10_000_000, 10_000_001}) {
      histogram.record(micros);
    }
    long[] counts = histogram.counts();
    assertThat(counts).hasSameSizeAs(Histogram.bounds());
    assertThat(counts[0]).isEqualTo(2);
    assertThat(counts[1]).isEqualTo(2);
    assertThat(counts[counts.length - 2]).isEqualTo(1);
    assertThat(counts[counts.length - 1]).isEqualTo(1);
    assertThat(Arrays.stream(counts).sum()).isEqualTo(6);
    assertThat(histogram.sumSeconds()).isEqualTo(20.000047);
    assertThat(Histogram.bounds()).isSorted().startsWith(1e-5).endsWith(Double.POSITIVE_INFINITY);
  }
}

package io.tagginggateway.app.metrics;

import io.tagginggateway.core.request.Format;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of one action of one product. */
final class ActionMetrics {
  final Histogram latency = new Histogram();
  final LongAdder rows = new LongAdder();
  final Map<Format, Codes> codes = new EnumMap<>(Format.class);

  ActionMetrics() {
    for (Format format : Format.values()) {
      codes.put(format, new Codes());
    }
  }

  /** How many requests ended how. */
  static final class Codes {
    private final LongAdder succeeded = new LongAdder();
    private final Map<String, LongAdder> failed = new ConcurrentHashMap<>();

    void succeeded() {
      succeeded.increment();
    }

    void failed(String code) {
      failed.computeIfAbsent(code, first -> new LongAdder()).increment();
    }

    /** How many there were. */
    long all() {
      return succeeded.sum() + allFailed();
    }

    /** How many of them did not succeed. */
    long allFailed() {
      return failed.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** The counts so far by code. */
    Map<String, Long> counts() {
      Map<String, Long> counts = new ConcurrentHashMap<>();
      failed.forEach((code, count) -> counts.put(code, count.sum()));
      if (succeeded.sum() > 0) {
        counts.put(RequestMetrics.OK, succeeded.sum());
      }
      return counts;
    }
  }
}

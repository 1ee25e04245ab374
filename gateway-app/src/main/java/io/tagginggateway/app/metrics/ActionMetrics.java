package io.tagginggateway.app.metrics;

import io.tagginggateway.core.request.Format;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of one action of one product. Thread-safe. */
final class ActionMetrics {
  private static final int JSON = 0;
  private static final int XML = 1;
  private static final int ROWS = 2;

  final Histogram latency = new Histogram();

  /** How many requests succeeded, by format, and how many rows they listed. */
  private final StripedCounts succeeded = new StripedCounts(3);

  private final Map<Failure, LongAdder> failed = new ConcurrentHashMap<>();

  private record Failure(Format format, String code) {}

  /**
   * Counts a request that succeeded.
   *
   * @param rows how many it listed
   */
  void succeeded(Format format, int rows) {
    succeeded.add(place(format), 1);
    if (rows > 0) {
      succeeded.add(ROWS, rows);
    }
  }

  /** Counts a request that did not. */
  void failed(Format format, String code) {
    failed.computeIfAbsent(new Failure(format, code), first -> new LongAdder()).increment();
  }

  /** How many rows were listed. */
  long rows() {
    return succeeded.sum(ROWS);
  }

  /** How many requests there were. */
  long all() {
    return succeeded.sum(JSON) + succeeded.sum(XML) + allFailed();
  }

  /** How many of them did not succeed. */
  long allFailed() {
    return failed.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** How many requests were answered in a format, by code. */
  Map<String, Long> counts(Format format) {
    Map<String, Long> counts = new HashMap<>();
    failed.forEach(
        (failure, count) -> {
          if (failure.format == format) {
            counts.put(failure.code, count.sum());
          }
        });
    long good = succeeded.sum(place(format));
    if (good > 0) {
      counts.put(RequestMetrics.OK, good);
    }
    return counts;
  }

  private static int place(Format format) {
    return switch (format) {
      case JSON -> JSON;
      case XML -> XML;
    };
  }
}

package io.tagginggateway.app.metrics;

import java.util.concurrent.atomic.LongAdder;

/** Counts durations by bounds of 1, 2.5 and 5, from 10 microseconds to 10 seconds. Any thread. */
final class Histogram {
  private static final long[] MICROS = {
    10,
    25,
    50,
    100,
    250,
    500,
    1_000,
    2_500,
    5_000,
    10_000,
    25_000,
    50_000,
    100_000,
    250_000,
    500_000,
    1_000_000,
    2_500_000,
    5_000_000,
    10_000_000
  };

  private final LongAdder[] counts = new LongAdder[MICROS.length + 1];
  private final LongAdder sum = new LongAdder();

  Histogram() {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  /** The upper bounds in seconds, the last of them infinite. */
  static double[] bounds() {
    double[] seconds = new double[MICROS.length + 1];
    for (int i = 0; i < MICROS.length; i++) {
      seconds[i] = MICROS[i] / 1e6;
    }
    seconds[MICROS.length] = Double.POSITIVE_INFINITY;
    return seconds;
  }

  void record(long micros) {
    int bucket = 0;
    while (bucket < MICROS.length && micros > MICROS[bucket]) {
      bucket++;
    }
    counts[bucket].increment();
    sum.add(micros);
  }

  /** How many fell below each bound and not below the one before. */
  long[] counts() {
    long[] now = new long[counts.length];
    for (int i = 0; i < counts.length; i++) {
      now[i] = counts[i].sum();
    }
    return now;
  }

  double sumSeconds() {
    return sum.sum() / 1e6;
  }
}

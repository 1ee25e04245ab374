package io.tagginggateway.app.metrics;

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

  private static final int SUM = MICROS.length + 1;

  /** How many fell below each bound, and the sum of all. */
  private final StripedCounts counts = new StripedCounts(SUM + 1);

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
    counts.add(bucket, 1);
    counts.add(SUM, micros);
  }

  /** How many fell below each bound and not below the one before. */
  long[] counts() {
    long[] now = new long[SUM];
    for (int i = 0; i < now.length; i++) {
      now[i] = counts.sum(i);
    }
    return now;
  }

  double sumSeconds() {
    return counts.sum(SUM) / 1e6;
  }
}

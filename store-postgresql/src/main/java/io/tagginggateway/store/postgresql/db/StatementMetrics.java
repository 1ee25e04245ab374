package io.tagginggateway.store.postgresql.db;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** How often statements ran, how long that took, and how many are under way. Thread-safe. */
public final class StatementMetrics {
  private final Map<String, Counts> byStatement = new ConcurrentHashMap<>();
  private final LongAdder retries = new LongAdder();

  StatementMetrics() {}

  /** What happened to one statement. */
  private static final class Counts {
    final LongAdder calls = new LongAdder();
    final LongAdder failures = new LongAdder();
    final LongAdder nanos = new LongAdder();
    final AtomicLong underWay = new AtomicLong();
  }

  /**
   * The counts of one statement.
   *
   * @param calls how often it ended, well or not
   * @param failures how often it failed
   * @param nanos how long all calls took together, their wait for a connection included
   * @param underWay how many have not ended
   */
  public record Reading(long calls, long failures, long nanos, long underWay) {

    /** Nothing happened. */
    public static final Reading NONE = new Reading(0, 0, 0, 0);
  }

  /** The counts by the names of statements, in their order. */
  public Map<String, Reading> readings() {
    Map<String, Reading> readings = new ConcurrentSkipListMap<>();
    byStatement.forEach(
        (name, counts) ->
            readings.put(
                name,
                new Reading(
                    counts.calls.sum(),
                    counts.failures.sum(),
                    counts.nanos.sum(),
                    counts.underWay.get())));
    return readings;
  }

  /** How often a change was begun again, because another one came in its way. */
  public long retries() {
    return retries.sum();
  }

  /** All statements that have not ended. */
  public long underWay() {
    return byStatement.values().stream().mapToLong(counts -> counts.underWay.get()).sum();
  }

  void begins(Statement statement) {
    counts(statement).underWay.incrementAndGet();
  }

  void ends(Statement statement, long nanos, boolean well) {
    Counts counts = counts(statement);
    counts.underWay.decrementAndGet();
    counts.calls.increment();
    counts.nanos.add(nanos);
    if (!well) {
      counts.failures.increment();
    }
  }

  void retried() {
    retries.increment();
  }

  /** There are as many as the source names, so the map is bounded. */
  private Counts counts(Statement statement) {
    return byStatement.computeIfAbsent(statement.name(), name -> new Counts());
  }
}

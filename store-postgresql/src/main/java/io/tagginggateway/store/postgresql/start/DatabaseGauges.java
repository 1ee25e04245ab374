package io.tagginggateway.store.postgresql.start;

import io.tagginggateway.core.state.Stores.Gauge;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.StatementMetrics;
import io.tagginggateway.store.postgresql.db.StatementMetrics.Reading;
import io.tagginggateway.store.postgresql.tags.PgTagStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What a database has to count: connections, and statements one by one and together. */
public final class DatabaseGauges {
  private static final long NANOS_PER_MICRO = 1000;

  private DatabaseGauges() {}

  /** The gauges of a database. */
  public static List<Gauge> of(Database database) {
    StatementMetrics metrics = database.metrics();
    List<Gauge> gauges = new ArrayList<>();
    gauges.add(
        new Gauge("store_connections", "Connections for changes.", database::changeConnections));
    gauges.add(
        new Gauge(
            "store_long_connections",
            "Connections for what takes long.",
            () -> database.longs().size()));
    gauges.add(
        new Gauge(
            "store_statements_under_way", "Statements that have not ended.", metrics::underWay));
    gauges.add(
        new Gauge(
            "store_retries",
            "Changes begun again because another one came in their way.",
            metrics::retries));
    gauges.add(total("store_statements", "Statements since the start.", metrics, Reading::calls));
    gauges.add(
        total("store_statement_failures", "Statements that failed.", metrics, Reading::failures));
    gauges.add(
        total(
            "store_statement_micros",
            "Microseconds that statements took, waiting for a connection included.",
            metrics,
            reading -> reading.nanos() / NANOS_PER_MICRO));
    for (String name : PgTagStore.statements()) {
      gauges.add(
          new Gauge(
              "store_" + name + "_calls",
              "Calls of the statement " + name + ".",
              () -> reading(metrics, name).calls()));
      gauges.add(
          new Gauge(
              "store_" + name + "_micros",
              "Microseconds that the statement " + name + " took.",
              () -> reading(metrics, name).nanos() / NANOS_PER_MICRO));
    }
    return gauges;
  }

  private static Gauge total(
      String name, String help, StatementMetrics metrics, ToLongFunction<Reading> part) {
    return new Gauge(name, help, () -> metrics.readings().values().stream().mapToLong(part).sum());
  }

  private static Reading reading(StatementMetrics metrics, String name) {
    return metrics.readings().getOrDefault(name, Reading.NONE);
  }
}

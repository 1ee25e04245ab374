package io.tagginggateway.store.postgresql.start;

import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.SqlFailures;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away what states that were replaced have left, in small parts and in the background, and
 * the nonces and temporary keys that are too many. Any number of gateways may run it; one at a time
 * does something.
 */
final class Sweeper {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private static final long PERIOD_MILLIS = 60_000;

  /** Rows of one transaction, which so takes a moment. Chosen. */
  private static final int ROWS = 5_000;

  /** How many nonces and temporary keys there may be: some 100 MiB of each. Chosen. */
  private static final Bounds BOUNDS = new Bounds(1_000_000, 100_000);

  private final Database database;
  private final Bounds bounds;
  private long timer;
  private boolean sweeping;
  private boolean closed;

  /** How many there may be of what callers make. */
  record Bounds(int nonces, int issuedKeys) {}

  Sweeper(Database database) {
    this(database, BOUNDS);
  }

  Sweeper(Database database, Bounds bounds) {
    this.database = database;
    this.bounds = bounds;
  }

  synchronized void start() {
    timer = database.vertx().setPeriodic(PERIOD_MILLIS, tick -> sweep());
  }

  synchronized void close() {
    closed = true;
    database.vertx().cancelTimer(timer);
  }

  /** Sweeps all that there is, unless it is under way. */
  Future<Void> sweep() {
    synchronized (this) {
      if (sweeping || closed) {
        return Future.succeededFuture();
      }
      sweeping = true;
    }
    return trimmed().compose(done -> rest()).onFailure(Sweeper::missed).onComplete(done -> ended());
  }

  private Future<Void> trimmed() {
    return database
        .longs()
        .preparedQuery("SELECT trim_nonces($1)::text, trim_issued($2)::text")
        .execute(Tuple.of(bounds.nonces(), bounds.issuedKeys()))
        .mapEmpty();
  }

  private synchronized void ended() {
    sweeping = false;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private Future<Void> rest() {
    return database
        .longs()
        .preparedQuery("SELECT sweep($1)")
        .execute(Tuple.of(ROWS))
        .compose(
            rows ->
                rows.iterator().next().getBoolean(0) && !isClosed()
                    ? rest()
                    : Future.succeededFuture());
  }

  private static void missed(Throwable failure) {
    LOG.warn("Old states are not swept now: {}", SqlFailures.reason(failure));
  }
}

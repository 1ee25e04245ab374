package io.tagginggateway.store.postgresql.start;

import io.tagginggateway.core.state.Draft;
import io.tagginggateway.core.state.FixtureMode;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.SqlFailures;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the fixtures of a start in place, once for all gateways that start together: they take turns
 * under a lock, and who comes later finds that it was done since it began to start.
 */
public final class FixtureStart {
  private static final Logger LOG = LoggerFactory.getLogger(FixtureStart.class);

  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended($1, 1))";
  private static final String NOW = "SELECT clock_timestamp()";
  private static final String LOADED =
      "SELECT loaded IS NOT NULL AND loaded >= $1::timestamptz, loaded IS NULL AND NOT EXISTS"
          + " (SELECT FROM resource r WHERE r.gen = s.current_gen) FROM state s";

  private final Database database;
  private final Stores stores;

  /** Fixtures of these stores. */
  public FixtureStart(Database database, Stores stores) {
    this.database = database;
    this.stores = stores;
  }

  /**
   * Does what the mode asks for.
   *
   * @param load fills a draft; it may block
   * @return fails with what {@code load} throws, or if the database cannot be used
   */
  public CompletionStage<Void> run(FixtureMode mode, Consumer<Draft> load) {
    if (mode == FixtureMode.NEVER) {
      return Future.<Void>succeededFuture().toCompletionStage();
    }
    return one(database.longs().preparedQuery(NOW).execute())
        .map(row -> row.getOffsetDateTime(0))
        .compose(
            begin -> database.longTransaction(connection -> locked(connection, mode, begin, load)))
        .toCompletionStage();
  }

  /** The transaction does nothing but hold the lock and note the end: the load has its own. */
  private Future<Void> locked(
      SqlConnection connection, FixtureMode mode, OffsetDateTime begin, Consumer<Draft> load) {
    return run(connection, "SET LOCAL idle_in_transaction_session_timeout = 0", Tuple.tuple())
        .compose(
            set ->
                run(connection, LOCK, Tuple.of("tagging-gateway " + database.settings().schema())))
        .compose(held -> one(connection.preparedQuery(LOADED).execute(Tuple.of(begin))))
        .compose(
            found -> {
              boolean sinceThen = found.getBoolean(0);
              boolean isEmpty = found.getBoolean(1);
              if (sinceThen || (mode == FixtureMode.IF_EMPTY && !isEmpty)) {
                LOG.info("The store has its fixtures already (store.fixtures)");
                return Future.succeededFuture();
              }
              return loaded(mode, load)
                  .compose(
                      done ->
                          run(
                              connection,
                              "UPDATE state SET loaded = clock_timestamp()",
                              Tuple.tuple()));
            });
  }

  /** On a thread of its own: a long load is no blocked worker of which Vert.x would warn. */
  private Future<Void> loaded(FixtureMode mode, Consumer<Draft> load) {
    Promise<Void> done = Promise.promise();
    Thread thread =
        new Thread(
            () -> {
              try {
                place(mode, load);
                done.complete();
              } catch (Throwable e) {
                done.fail(e);
              }
            },
            "fixtures");
    thread.setDaemon(true);
    thread.start();
    return done.future();
  }

  private void place(FixtureMode mode, Consumer<Draft> load) {
    try (Draft draft = stores.draft()) {
      load.accept(draft);
      CompletionStage<Void> placed = mode == FixtureMode.MERGE ? draft.add() : draft.restart();
      placed.toCompletableFuture().join();
    }
  }

  private static Future<Void> run(SqlConnection connection, String sql, Tuple parameters) {
    return connection
        .preparedQuery(sql)
        .execute(parameters)
        .recover(failure -> Future.failedFuture(SqlFailures.of(failure)))
        .mapEmpty();
  }

  private static Future<Row> one(Future<RowSet<Row>> rows) {
    return rows.recover(failure -> Future.failedFuture(SqlFailures.of(failure)))
        .map(found -> found.iterator().next());
  }
}

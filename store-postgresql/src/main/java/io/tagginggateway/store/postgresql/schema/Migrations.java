package io.tagginggateway.store.postgresql.schema;

import io.tagginggateway.core.state.StoreStartException;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.SqlFailures;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables to the form that this version needs, in one transaction and under a lock: of
 * gateways that start together one does it, and the others find it done.
 */
public final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  /** Asked of the catalog's rows: what a connection knows of names may be old behind a lock. */
  private static final String IS_THERE =
      "SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE"
          + " n.nspname = $1 AND c.relname = 'schema_version')";

  private static final String VERSIONS = "SELECT version FROM schema_version";

  private final Database database;
  private final List<Migration> known;

  /** The migrations of this version. */
  public Migrations(Database database) {
    this(database, Migration.ALL);
  }

  Migrations(Database database, List<Migration> known) {
    this.database = database;
    this.known = known;
  }

  /**
   * Does what is left to do.
   *
   * @return fails with a {@link StoreStartException} if the database cannot be reached or used, a
   *     right is missing, or the tables are newer than this gateway
   */
  public Future<Void> run() {
    return database
        .firstTransaction(this::migrate)
        .recover(failure -> Future.failedFuture(told(failure)));
  }

  private Future<Void> migrate(SqlConnection connection) {
    return applied(connection)
        .compose(
            applied ->
                missing(applied).isEmpty()
                    ? Future.succeededFuture()
                    : lock(connection)
                        .compose(locked -> applied(connection))
                        .compose(now -> apply(connection, now.isEmpty(), missing(now))));
  }

  private Future<Void> lock(SqlConnection connection) {
    return connection
        .preparedQuery("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
        .execute(Tuple.of("tagging-gateway " + schema()))
        .mapEmpty();
  }

  /** What was applied; empty where there are no tables yet. */
  private Future<Set<Integer>> applied(SqlConnection connection) {
    return connection
        .preparedQuery(IS_THERE)
        .execute(Tuple.of(schema()))
        .compose(
            rows ->
                rows.iterator().next().getBoolean(0)
                    ? connection.query(VERSIONS).execute()
                    : Future.succeededFuture(null))
        .map(
            rows -> {
              Set<Integer> versions = new HashSet<>();
              if (rows != null) {
                rows.forEach(row -> versions.add(row.getInteger(0)));
              }
              return versions;
            });
  }

  private List<Migration> missing(Set<Integer> applied) {
    Set<Integer> unknown = new HashSet<>(applied);
    known.forEach(migration -> unknown.remove(migration.version()));
    if (!unknown.isEmpty()) {
      throw new StoreStartException(
          "the schema "
              + schema()
              + " was made by a newer gateway (its version "
              + unknown.stream().max(Integer::compare).orElseThrow()
              + " is unknown here): start that one, or set store.schema to another name");
    }
    return known.stream().filter(step -> !applied.contains(step.version())).toList();
  }

  private Future<Void> apply(SqlConnection connection, boolean isNew, List<Migration> missing) {
    if (missing.isEmpty()) {
      return Future.succeededFuture();
    }
    Future<?> done = isNew ? begin(connection) : Future.succeededFuture();
    for (Migration step : missing) {
      done =
          done.compose(before -> connection.query(step.sql()).execute())
              .compose(
                  made ->
                      connection
                          .preparedQuery(
                              "INSERT INTO schema_version (version, file) VALUES ($1, $2)")
                          .execute(Tuple.of(step.version(), step.file())));
    }
    return done.onSuccess(
            last -> LOG.info("The schema {} has version {} now", schema(), last(missing)))
        .mapEmpty();
  }

  private Future<?> begin(SqlConnection connection) {
    return connection
        .preparedQuery("SELECT NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1)")
        .execute(Tuple.of(schema()))
        .compose(
            rows ->
                rows.iterator().next().getBoolean(0)
                    ? connection.query("CREATE SCHEMA " + quotedSchema()).execute()
                    : Future.succeededFuture())
        .compose(
            made ->
                connection
                    .query(
                        "CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY"
                            + " KEY, file text NOT NULL, applied timestamptz NOT NULL DEFAULT"
                            + " now())")
                    .execute());
  }

  private static int last(List<Migration> steps) {
    return steps.get(steps.size() - 1).version();
  }

  private String schema() {
    return database.settings().schema();
  }

  private String quotedSchema() {
    return '"' + schema() + '"';
  }

  private Throwable told(Throwable failure) {
    if (failure instanceof StoreStartException) {
      return failure;
    }
    String where = "the database at " + database.url().where();
    String reason = SqlFailures.reason(failure);
    if (!(failure instanceof PgException pg)) {
      return new StoreStartException("store.url: " + where + " cannot be reached: " + reason);
    }
    return new StoreStartException(
        switch (String.valueOf(pg.getSqlState())) {
          case "28P01", "28000" ->
              "store.url: " + where + " does not let us in, see store.password: " + reason;
          case "3D000" -> "store.url: " + where + " does not exist: " + reason;
          case "42501" ->
              "store.schema: the role "
                  + database.url().user()
                  + " lacks a right on the schema "
                  + schema()
                  + " of "
                  + where
                  + ", see docs/store.md: "
                  + reason;
          default -> "store: " + where + " cannot be used: " + reason;
        });
  }
}

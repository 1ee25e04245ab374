package io.tagginggateway.store.postgresql.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlConnectOptions;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds the server that takes writes. With one server there is nothing to find. With several, each
 * new connection first asks them in their order which of them is no standby, beginning with the one
 * that was found last. Thread-safe.
 */
final class Hosts implements Supplier<Future<SqlConnectOptions>> {
  private final Vertx vertx;
  private final List<PgConnectOptions> candidates;
  private volatile int last;

  Hosts(Vertx vertx, List<PgConnectOptions> candidates) {
    this.vertx = vertx;
    this.candidates = List.copyOf(candidates);
  }

  @Override
  public Future<SqlConnectOptions> get() {
    return candidates.size() == 1 ? Future.succeededFuture(candidates.get(0)) : from(last, 0);
  }

  private Future<SqlConnectOptions> from(int start, int tried) {
    int at = (start + tried) % candidates.size();
    PgConnectOptions candidate = candidates.get(at);
    return takesWrites(candidate)
        .transform(
            asked -> {
              if (asked.succeeded() && asked.result()) {
                last = at;
                return Future.succeededFuture(candidate);
              }
              if (tried + 1 < candidates.size()) {
                return from(start, tried + 1);
              }
              return Future.failedFuture(
                  asked.failed()
                      ? asked.cause()
                      : new IllegalStateException("none of the servers takes writes"));
            });
  }

  private Future<Boolean> takesWrites(PgConnectOptions candidate) {
    return PgConnection.connect(vertx, candidate)
        .compose(
            connection ->
                connection
                    .query("SELECT NOT pg_is_in_recovery()")
                    .execute()
                    .map(rows -> rows.iterator().next().getBoolean(0))
                    .eventually(connection::close));
  }
}

package io.tagginggateway.store.postgresql.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One of several servers. It is asked by one connection at a time, whoever wants to know: a server
 * that stands still is not flooded with connections until it goes on. Thread-safe.
 */
final class Candidate {
  private final Vertx vertx;
  private final PgConnectOptions options;
  private final TlsQuestion tls;
  private final Duration limit;
  private @Nullable Future<PgConnectOptions> question;

  /**
   * A server that was not asked yet.
   *
   * @param limit how long an answer is waited for
   */
  Candidate(Vertx vertx, PgConnectOptions options, TlsQuestion tls, Duration limit) {
    this.vertx = vertx;
    this.options = options;
    this.tls = tls;
    this.limit = limit;
  }

  /** What to connect with; no server is asked for it unless TLS is open. */
  Future<PgConnectOptions> settled() {
    return tls.settled(options);
  }

  /** What to connect with, if the server takes writes; fails if it does not, or not in time. */
  synchronized Future<PgConnectOptions> takingWrites() {
    Future<PgConnectOptions> underWay = question;
    if (underWay == null || underWay.isComplete()) {
      underWay = settled().compose(this::asked);
      question = underWay;
    }
    return underWay.timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Future<PgConnectOptions> asked(PgConnectOptions settled) {
    return PgConnection.connect(vertx, settled)
        .map(Database::quiet)
        .compose(
            connection ->
                connection
                    .query("SELECT NOT pg_is_in_recovery()")
                    .execute()
                    .map(rows -> rows.iterator().next().getBoolean(0))
                    .eventually(connection::close))
        .compose(
            primary ->
                primary
                    ? Future.succeededFuture(settled)
                    : Future.failedFuture("none of the servers takes writes"));
  }
}

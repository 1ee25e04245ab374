package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.tag.StoreUnavailableException;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.SqlFailures;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection over which a gateway hears of changes and keeps its lease, apart from those of
 * requests, so that no load comes in its way. It is made when it is needed, and again when it
 * broke. Thread-safe.
 */
final class Link {
  /** There is a new version of what is shared. */
  static final String VERSION = "version";

  /** All are to write down what they have. */
  static final String GATHER = "gather";

  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  private final Database database;
  private final Listener listener;
  private final String channel;
  private @Nullable Future<PgConnection> connection;

  /** What the database has not answered in time, while it has not. */
  private @Nullable Future<?> standing;

  private boolean closed;

  /** Takes what another gateway says. */
  @FunctionalInterface
  interface Listener {
    /**
     * Hears a word and a number.
     *
     * @param word {@link #VERSION} or {@link #GATHER}
     */
    void heard(String word, long number);
  }

  /**
   * A link that is not made yet.
   *
   * @param listener told what other gateways say
   */
  Link(Database database, Listener listener) {
    this.database = database;
    this.listener = listener;
    this.channel = "tagging-gateway " + database.settings().schema();
  }

  /**
   * Runs a statement. It is answered in time; one that the database has not answered by then may
   * still take effect, and until it has no other one is sent.
   */
  <T> Future<T> run(String sql, Tuple parameters, Function<RowSet<Row>, T> result) {
    return connected()
        .compose(open -> execute(open, sql, parameters))
        .timeout(database.settings().timeout().toMillis(), TimeUnit.MILLISECONDS)
        .map(result)
        .recover(failure -> Future.failedFuture(SqlFailures.of(failure)));
  }

  private Future<RowSet<Row>> execute(PgConnection open, String sql, Tuple parameters) {
    Future<RowSet<Row>> rows = open.preparedQuery(sql).execute(parameters);
    rows.timeout(database.settings().timeout().toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(failure -> stands(rows));
    return rows;
  }

  /**
   * A connection that does not answer is kept, and no other one is made beside it: the database
   * that stands still, or whose standby is away, is not flooded with connections.
   */
  private void stands(Future<?> statement) {
    synchronized (this) {
      if (!statement.isComplete()) {
        standing = statement;
      }
    }
    statement.onComplete(late -> goesOn(statement));
  }

  private synchronized void goesOn(Future<?> statement) {
    if (standing == statement) {
      standing = null;
    }
  }

  private synchronized Future<PgConnection> connected() {
    if (closed) {
      return Future.failedFuture(new StoreUnavailableException("the store is closed"));
    }
    if (standing != null) {
      return Future.failedFuture(new StoreUnavailableException("the database does not answer"));
    }
    Future<PgConnection> known = connection;
    if (known == null || known.failed()) {
      known = database.connect().compose(this::listen);
      connection = known;
    }
    return known;
  }

  private Future<PgConnection> listen(PgConnection open) {
    open.notificationHandler(notice -> heard(notice.getPayload()));
    open.closeHandler(gone -> forget(open));
    return open.query("LISTEN \"" + channel.replace("\"", "\"\"") + '"')
        .execute()
        .map(listening -> open)
        .onFailure(failure -> open.close());
  }

  /** What others say on the channel that is no word of ours is not for us. */
  private void heard(String payload) {
    int space = payload.indexOf(' ');
    if (space > 0 && payload.substring(space + 1).matches("[0-9]{1,18}")) {
      listener.heard(payload.substring(0, space), Long.parseLong(payload.substring(space + 1)));
    }
  }

  private synchronized void forget(PgConnection gone) {
    Future<PgConnection> known = connection;
    if (known != null && known.succeeded() && known.result() == gone) {
      connection = null;
    }
  }

  /** Tells the other gateways. They find out by themselves, but later. */
  void tell(String word, long number) {
    run("SELECT pg_notify($1, $2)", Tuple.of(channel, word + " " + number), done -> done)
        .onFailure(failure -> LOG.debug("Others will hear of {} {} later", word, number, failure));
  }

  synchronized Future<Void> close() {
    closed = true;
    Future<PgConnection> known = connection;
    if (known == null) {
      return Future.succeededFuture();
    }
    Future<Void> ended = known.compose(PgConnection::close, failure -> Future.succeededFuture());
    return known.isComplete() && standing == null ? ended : Future.succeededFuture();
  }
}

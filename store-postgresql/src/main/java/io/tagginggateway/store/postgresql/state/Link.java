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

  /** Runs a statement. */
  <T> Future<T> run(String sql, Tuple parameters, Function<RowSet<Row>, T> result) {
    return use(open -> open.preparedQuery(sql).execute(parameters).map(result));
  }

  /** Runs statements on the connection; they end in time, or the connection does. */
  <T> Future<T> use(Function<PgConnection, Future<T>> statements) {
    return connected()
        .compose(
            open ->
                statements
                    .apply(open)
                    .timeout(database.settings().timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .onFailure(failure -> drop(open)))
        .recover(failure -> Future.failedFuture(SqlFailures.of(failure)));
  }

  private synchronized Future<PgConnection> connected() {
    if (closed) {
      return Future.failedFuture(new StoreUnavailableException("the store is closed"));
    }
    Future<PgConnection> known = connection;
    if (known == null || known.failed()) {
      known =
          database
              .connect()
              .timeout(database.settings().timeout().toMillis(), TimeUnit.MILLISECONDS)
              .compose(this::listen);
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
        .onFailure(failure -> drop(open));
  }

  /** One that does not answer in time may never do so: it is left alone, and a new one made. */
  private void drop(PgConnection open) {
    forget(open);
    open.close();
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
    return known == null || !known.succeeded() ? Future.succeededFuture() : known.result().close();
  }
}

package io.tagginggateway.store.postgresql.db;

import io.tagginggateway.core.state.StoreSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.ClientBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One database. Reads go pipelined over half of the connections; changes have the other half, one
 * at a time on each, so that no read waits behind a change that waits for a lock. What takes long,
 * such as exports, has four connections of its own. Thread-safe; nothing blocks.
 *
 * <p>Statements find their tables by {@code search_path}, which every connection sets.
 */
public final class Database {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /** How many may wait for each connection before a further one is refused. Chosen. */
  private static final int WAITING = 256;

  private static final int LONG_CONNECTIONS = 4;

  /** How long the first connection of a start may take. Chosen. */
  private static final long FIRST_MILLIS = 10_000;

  private final Vertx vertx;
  private final ConnectionUrl url;
  private final StoreSettings settings;
  private final SqlClient reads;
  private final Pool changes;
  private final Pool longs;
  private final TlsQuestion tls;
  private final Hosts bounded;
  private final Hosts unbounded;
  private final StatementMetrics metrics = new StatementMetrics();
  private final Again again;

  /**
   * Opens no connection yet.
   *
   * @param vertx whose event loops the connections live on
   * @throws io.tagginggateway.core.state.StoreStartException if the settings are wrong
   */
  public Database(Vertx vertx, StoreSettings settings) {
    this.vertx = vertx;
    this.settings = settings;
    again = new Again(vertx, metrics);
    url = ConnectionUrl.parse(settings.url());
    Duration limit = settings.timeout();
    int readers = Math.max(1, settings.poolSize() / 2);
    int writers = Math.max(1, settings.poolSize() - readers);
    tls = new TlsQuestion(vertx, Duration.ofMillis(Math.max(limit.toMillis(), FIRST_MILLIS)));
    bounded = hosts(limit);
    unbounded = hosts(Duration.ZERO);
    reads = built(PgBuilder.client().with(pool(readers)).connectingTo(bounded));
    changes = built(PgBuilder.pool().with(pool(writers)).connectingTo(bounded));
    longs = built(PgBuilder.pool().with(pool(LONG_CONNECTIONS)).connectingTo(unbounded));
  }

  private Hosts hosts(Duration statementLimit) {
    return new Hosts(
        vertx,
        ConnectOptions.of(url, settings, statementLimit).stream()
            .map(options -> new Candidate(vertx, options, tls, settings.timeout()))
            .toList());
  }

  private <C> C built(ClientBuilder<C> builder) {
    int limit = (int) settings.timeout().toMillis();
    return builder.with(new NetClientOptions().setConnectTimeout(limit)).using(vertx).build();
  }

  private PoolOptions pool(int connections) {
    return new PoolOptions()
        .setMaxSize(connections)
        .setMaxWaitQueueSize(connections * WAITING)
        .setConnectionTimeout((int) settings.timeout().toMillis())
        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
  }

  /** Where the database is. */
  public ConnectionUrl url() {
    return url;
  }

  /** What the user set. */
  public StoreSettings settings() {
    return settings;
  }

  /** Whose event loops the connections live on. */
  public Vertx vertx() {
    return vertx;
  }

  /** Connections for what takes long; no time limit holds for them. */
  public Pool longs() {
    return longs;
  }

  /** One of {@link #longs}, which its user closes. */
  public Future<SqlConnection> longConnection() {
    return longs.getConnection().map(Database::quiet);
  }

  /** Runs a transaction on one of {@link #longs}: all of it, or if it fails nothing. */
  public <T> Future<T> longTransaction(Function<SqlConnection, Future<T>> work) {
    return longs.withTransaction(connection -> work.apply(quiet(connection)));
  }

  /**
   * The same connection. What the server says besides when it ends one is left to the statements,
   * which fail; Vert.x would print it with its stack.
   */
  static <C extends SqlConnection> C quiet(C connection) {
    connection.exceptionHandler(failure -> LOG.debug("A connection ends", failure));
    return connection;
  }

  /** How many connections for changes are open. */
  public int changeConnections() {
    return changes.size();
  }

  /** A connection of its user's own, who closes it. */
  public Future<PgConnection> connect() {
    return bounded
        .get()
        .compose(options -> PgConnection.connect(vertx, new PgConnectOptions(options)))
        .map(Database::quiet);
  }

  /**
   * Runs a transaction on a connection of its own, before there is anybody who needs a pool. A
   * machine that starts is busy: the connection has more time than a request's.
   */
  public <T> Future<T> firstTransaction(Function<SqlConnection, Future<T>> work) {
    long limit = Math.max(settings.timeout().toMillis(), FIRST_MILLIS);
    return unbounded
        .get()
        .compose(options -> PgConnection.connect(vertx, new PgConnectOptions(options)))
        .timeout(limit, TimeUnit.MILLISECONDS)
        .map(Database::quiet)
        .compose(connection -> transaction(connection, work).eventually(connection::close));
  }

  private static <T> Future<T> transaction(
      SqlConnection connection, Function<SqlConnection, Future<T>> work) {
    return connection
        .begin()
        .compose(
            begun ->
                work.apply(connection)
                    .compose(
                        done -> begun.commit().map(done),
                        failure ->
                            begun.rollback().transform(back -> Future.failedFuture(failure))));
  }

  /** How often statements ran, and how long that took. */
  public StatementMetrics metrics() {
    return metrics;
  }

  /** Runs a statement that changes nothing. */
  public <T> CompletionStage<T> read(
      Statement statement, Tuple parameters, Function<RowSet<Row>, T> result) {
    return bounded(
        statement, () -> reads.preparedQuery(statement.sql()).execute(parameters).map(result));
  }

  /** Runs a statement that changes nothing and may take as long as it needs. */
  public <T> CompletionStage<T> readLong(
      Statement statement, Tuple parameters, Function<RowSet<Row>, T> result) {
    return counted(
        statement, () -> longs.preparedQuery(statement.sql()).execute(parameters).map(result));
  }

  /**
   * Runs a statement that changes something, in a transaction of its own; again where another
   * change came in its way.
   */
  public <T> CompletionStage<T> change(
      Statement statement, Tuple parameters, Function<RowSet<Row>, T> result) {
    long end = System.nanoTime() + settings.timeout().toNanos();
    return bounded(
        statement,
        () ->
            again.attempt(
                1,
                end,
                () -> changes.preparedQuery(statement.sql()).execute(parameters).map(result)));
  }

  /** Gives up all connections; what is under way fails. */
  public Future<Void> close() {
    return Future.join(
            closed(reads.close()), closed(changes.close()), closed(longs.close()), tls.close())
        .mapEmpty();
  }

  /** A pool of Vert.x 5.0.10 that was asked in vain for a connection never ends its close. */
  private Future<Void> closed(Future<Void> closing) {
    return closing.timeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS).otherwiseEmpty();
  }

  private <T> CompletionStage<T> bounded(Statement statement, Supplier<Future<T>> call) {
    long limit = settings.timeout().toMillis();
    return counted(statement, () -> call.get().timeout(limit, TimeUnit.MILLISECONDS));
  }

  private <T> CompletionStage<T> counted(Statement statement, Supplier<Future<T>> call) {
    long begin = System.nanoTime();
    metrics.begins(statement);
    return call.get()
        .onComplete(done -> metrics.ends(statement, System.nanoTime() - begin, done.succeeded()))
        .recover(failure -> Future.failedFuture(SqlFailures.of(failure)))
        .toCompletionStage();
  }
}

package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.auth.Nonces;
import io.tagginggateway.core.state.Draft;
import io.tagginggateway.core.state.FaultStore;
import io.tagginggateway.core.state.SharedLog;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.state.StateDifferences;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.tag.StoreUnavailableException;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.Statement;
import io.tagginggateway.store.postgresql.tags.FixtureDifferences;
import io.tagginggateway.store.postgresql.tags.PgTagStore;
import io.tagginggateway.store.postgresql.tags.Places;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Everything that gateways keep between requests, in one PostgreSQL, as all of them see it. The
 * tables must be there when it is made. Thread-safe.
 */
public final class PgStores implements Stores {
  private static final Statement PROBE = new Statement("probe", "SELECT version FROM shared");

  private final Database database;
  private final Lease lease;
  private final Places places;
  private final Generations generations;
  private final PgState state;
  private final PgNonces nonces;
  private final PgFaultStore faults;
  private final PgLog log;
  private final List<Gauge> gauges;

  /**
   * The stores of a database, which become its owner.
   *
   * @param gauges what the database has to count
   */
  public PgStores(Database database, List<Gauge> gauges) {
    this.database = database;
    this.gauges = List.copyOf(gauges);
    lease = new Lease(database);
    places = new Places(database);
    generations = new Generations(database, lease);
    state =
        new PgState(
            database, lease, new PgTagStore(database, places), new PgResourceStore(database));
    nonces = new PgNonces(database);
    faults = new PgFaultStore(database, lease);
    log = new PgLog(database, lease);
  }

  @Override
  public State current() {
    return state;
  }

  @Override
  public Nonces nonces() {
    return nonces;
  }

  @Override
  public FaultStore faults() {
    return faults;
  }

  @Override
  public Optional<SharedLog> log() {
    return Optional.of(log);
  }

  @Override
  public Draft draft() {
    return new PgDraft(database, places, generations);
  }

  @Override
  public CompletionStage<StateDifferences> differences(int max) {
    return FixtureDifferences.find(database, max);
  }

  @Override
  public CompletionStage<Void> reset() {
    return generations.reset().toCompletionStage();
  }

  @Override
  public CompletionStage<Health> health() {
    return database
        .read(PROBE, Tuple.tuple(), rows -> Health.GOOD)
        .thenCombine(lease.copy(), (health, copy) -> health)
        .exceptionally(failure -> new Health(false, reason(failure)));
  }

  private static String reason(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof StoreUnavailableException
        ? String.valueOf(cause.getMessage())
        : cause.getClass().getSimpleName();
  }

  @Override
  public List<Gauge> gauges() {
    return gauges;
  }

  @Override
  public CompletionStage<Void> close() {
    return lease.close().eventually(database::close).toCompletionStage();
  }
}

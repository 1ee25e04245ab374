package io.tagginggateway.store.postgresql.start;

import io.tagginggateway.core.auth.Nonces;
import io.tagginggateway.core.state.Draft;
import io.tagginggateway.core.state.FaultStore;
import io.tagginggateway.core.state.FixtureMode;
import io.tagginggateway.core.state.SharedLog;
import io.tagginggateway.core.state.SharedStores;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.state.StateDifferences;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.store.postgresql.db.Database;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The stores of a database, with the fixtures of a start. Thread-safe. */
public final class PostgresqlStores implements SharedStores {
  private final Stores stores;
  private final FixtureStart fixtures;
  private final Sweeper sweeper;

  /** These stores, which are in this database. */
  public PostgresqlStores(Database database, Stores stores) {
    this.stores = stores;
    fixtures = new FixtureStart(database, stores);
    sweeper = new Sweeper(database);
  }

  @Override
  public CompletionStage<Void> start(FixtureMode mode, Consumer<Draft> load) {
    return fixtures.run(mode, load).thenRun(sweeper::start);
  }

  @Override
  public State current() {
    return stores.current();
  }

  @Override
  public Nonces nonces() {
    return stores.nonces();
  }

  @Override
  public FaultStore faults() {
    return stores.faults();
  }

  @Override
  public Optional<SharedLog> log() {
    return stores.log();
  }

  @Override
  public Draft draft() {
    return stores.draft();
  }

  @Override
  public CompletionStage<StateDifferences> differences(int max) {
    return stores.differences(max);
  }

  @Override
  public CompletionStage<Void> reset() {
    return stores.reset();
  }

  @Override
  public CompletionStage<Health> health() {
    return stores.health();
  }

  @Override
  public List<Gauge> gauges() {
    return stores.gauges();
  }

  @Override
  public CompletionStage<Void> close() {
    sweeper.close();
    return stores.close();
  }
}

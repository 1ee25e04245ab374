package io.tagginggateway.store.postgresql.tags;

import io.tagginggateway.core.tag.TagStore;
import io.tagginggateway.core.testing.store.TagStoreContract;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.testing.Postgres;
import java.time.Duration;

/** The contract of stores, on a real PostgreSQL. */
class PgTagStoreTest implements TagStoreContract {

  @Override
  public TagStore newStore() {
    Database database = Postgres.shared();
    return new PgTagStore(database, new Places(database));
  }

  @Override
  public Duration patience() {
    return Duration.ofMinutes(10);
  }

  @Override
  public int versions() {
    return 500;
  }
}

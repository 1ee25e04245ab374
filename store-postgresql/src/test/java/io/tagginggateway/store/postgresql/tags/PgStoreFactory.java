package io.tagginggateway.store.postgresql.tags;

import io.tagginggateway.core.tag.TagStore;
import io.tagginggateway.core.testing.store.TagStoreFactory;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.testing.Postgres;
import java.time.Duration;

/** Makes stores on a real PostgreSQL. */
interface PgStoreFactory extends TagStoreFactory {

  @Override
  default TagStore newStore() {
    Database database = Postgres.shared();
    return new PgTagStore(database, new Places(database));
  }

  @Override
  default Duration patience() {
    return Duration.ofMinutes(10);
  }

  @Override
  default int versions() {
    return 500;
  }
}

package io.tagginggateway.store.postgresql;

import io.tagginggateway.core.state.SharedStores;
import io.tagginggateway.core.state.StoreHost;
import io.tagginggateway.core.state.StoreProvider;
import io.tagginggateway.core.state.StoreSettings;
import io.tagginggateway.core.state.StoreStartException;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.schema.Migrations;
import io.tagginggateway.store.postgresql.start.DatabaseGauges;
import io.tagginggateway.store.postgresql.start.PostgresqlStores;
import io.tagginggateway.store.postgresql.state.PgStores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Opens {@code store.type: postgresql}: connects, migrates, and hands over the stores. */
public final class PostgresqlProvider implements StoreProvider {

  /** Costs nothing: whoever looks for another type makes one too. */
  public PostgresqlProvider() {}

  @Override
  public String type() {
    return "postgresql";
  }

  @Override
  public CompletionStage<SharedStores> open(StoreSettings settings, StoreHost host) {
    Database database;
    try {
      Vertx vertx =
          host.find(Vertx.class)
              .orElseThrow(() -> new StoreStartException("store.type: postgresql needs Vert.x"));
      database = new Database(vertx, settings);
    } catch (StoreStartException e) {
      return CompletableFuture.failedFuture(e);
    }
    return new Migrations(database)
        .run()
        .<SharedStores>map(
            done ->
                new PostgresqlStores(database, new PgStores(database, DatabaseGauges.of(database))))
        .recover(failure -> closed(database).transform(done -> Future.failedFuture(failure)))
        .toCompletionStage();
  }

  /** A pool whose waiter gave up in this very moment never says that it is closed (Vert.x 5.0). */
  private static Future<Void> closed(Database database) {
    return database.close().timeout(1, TimeUnit.SECONDS);
  }
}

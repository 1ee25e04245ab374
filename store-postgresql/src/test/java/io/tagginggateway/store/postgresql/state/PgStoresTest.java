package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.auth.Nonces;
import io.tagginggateway.core.resource.ResourceStore;
import io.tagginggateway.core.state.FaultStore;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.testing.Stages;
import io.tagginggateway.core.testing.store.FaultStoreContract;
import io.tagginggateway.core.testing.store.NoncesContract;
import io.tagginggateway.core.testing.store.ResourceStoreContract;
import io.tagginggateway.core.testing.store.SharedLogContract;
import io.tagginggateway.core.testing.store.StoresContract;
import io.tagginggateway.store.postgresql.testing.Postgres;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/** The stores of two gateways on one database: everything that all stores promise. */
@Timeout(120)
class PgStoresTest
    implements FaultStoreContract,
        NoncesContract,
        ResourceStoreContract,
        SharedLogContract,
        StoresContract {
  private static List<Stores> stores = List.of();

  @BeforeAll
  static void open() {
    String schema = Postgres.newSchema();
    stores =
        Stream.of("first", "second")
            .<Stores>map(gateway -> new PgStores(Postgres.open(schema), List.of()))
            .toList();
    // A gateway serves only when its lease runs; whoever has none is not waited for.
    stores.forEach(each -> Stages.join(each.faults().armed()));
  }

  @AfterAll
  static void close() {
    stores.forEach(each -> Stages.join(each.close()));
  }

  @Override
  public List<Stores> stores() {
    return stores;
  }

  @Override
  public List<FaultStore> faultStores() {
    return stores.stream().map(Stores::faults).toList();
  }

  @Override
  public List<Nonces> newNonces() {
    return stores.stream().map(Stores::nonces).toList();
  }

  @Override
  public List<ResourceStore> newResourceStores() {
    return stores.stream().map(each -> each.current().resources()).toList();
  }
}

package io.tagginggateway.app.process;

import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.app.memory.MemoryPlan;
import io.tagginggateway.app.state.GatewayState;
import io.tagginggateway.app.state.StateHolder;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.store.StoreBound;
import java.time.Clock;

/** Opens the store that a configuration names, with its fixtures in it. */
final class OpenStores {
  private OpenStores() {}

  static Stores of(GatewayConfig config, Products products, Clock clock) {
    GatewayState initial = new FixtureLoader(products).load(GatewayAssembly.fixtures(config));
    StateHolder holder = new StateHolder(initial);
    MemoryPlan plan = MemoryPlan.of(config.limits().memory(), config.limits().stored());
    holder.bound(new StoreBound(plan.stored(), new StoredWarning(clock)::refused));
    return holder;
  }
}

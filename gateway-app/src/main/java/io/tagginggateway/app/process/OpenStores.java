package io.tagginggateway.app.process;

import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.fixture.FixtureException;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.app.memory.MemoryPlan;
import io.tagginggateway.app.state.GatewayState;
import io.tagginggateway.app.state.StateHolder;
import io.tagginggateway.core.error.Failures;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.state.SharedStores;
import io.tagginggateway.core.state.StoreHost;
import io.tagginggateway.core.state.StoreProvider;
import io.tagginggateway.core.state.StoreSettings;
import io.tagginggateway.core.state.StoreStartException;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.store.StoreBound;
import io.tagginggateway.core.tag.StoreUnavailableException;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Opens the store that a configuration names, with its fixtures in it. */
final class OpenStores {
  private OpenStores() {}

  /**
   * Opens it; returns when it can be used.
   *
   * @param vertx what a store outside this process may use; asked for by such a store alone
   * @throws StartException if it cannot be used as it is configured
   * @throws FixtureException if a fixture cannot be loaded
   */
  static Stores of(GatewayConfig config, Products products, Clock clock, Supplier<Vertx> vertx) {
    Stores stores = open(config, products, clock, vertx);
    StartWarnings.look(config, products, stores);
    return stores;
  }

  private static Stores open(
      GatewayConfig config, Products products, Clock clock, Supplier<Vertx> vertx) {
    StoreSettings shared = config.store().shared();
    if (shared != null) {
      return shared(config, shared, StartWarnings.loader(config, products), vertx);
    }
    GatewayState initial =
        StartWarnings.loader(config, products).load(GatewayAssembly.fixtures(config));
    StateHolder holder = new StateHolder(initial);
    MemoryPlan plan = MemoryPlan.of(config.limits().memory(), config.limits().stored());
    holder.bound(new StoreBound(plan.stored(), new StoredWarning(clock)::refused));
    return holder;
  }

  private static Stores shared(
      GatewayConfig config, StoreSettings settings, FixtureLoader loader, Supplier<Vertx> vertx) {
    SharedStores stores =
        join(provider(config.store().type()).open(settings, lending(vertx.get())));
    try {
      join(
          stores.start(
              settings.fixtures(), draft -> loader.load(GatewayAssembly.fixtures(config), draft)));
      return stores;
    } catch (RuntimeException e) {
      stores.close().toCompletableFuture().join();
      throw e;
    }
  }

  private static StoreProvider provider(String type) {
    Map<String, StoreProvider> providers = new TreeMap<>();
    ServiceLoader.load(StoreProvider.class).forEach(each -> providers.put(each.type(), each));
    StoreProvider provider = providers.get(type);
    if (provider == null) {
      throw new StartException(
          "store.type: there is no store " + type + " (known: memory, " + known(providers) + ")");
    }
    return provider;
  }

  private static String known(Map<String, StoreProvider> providers) {
    return String.join(", ", providers.keySet());
  }

  private static StoreHost lending(Vertx vertx) {
    return new StoreHost() {
      @Override
      public <T> Optional<T> find(Class<T> kind) {
        return kind.isInstance(vertx) ? Optional.of(kind.cast(vertx)) : Optional.empty();
      }
    };
  }

  private static <T> T join(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException e) {
      Throwable cause = Failures.cause(e);
      if (cause instanceof FixtureException fixture) {
        throw fixture;
      }
      if (cause instanceof StoreStartException || cause instanceof StoreUnavailableException) {
        throw new StartException(String.valueOf(cause.getMessage()));
      }
      throw e;
    }
  }
}

package io.tagginggateway.core.state;

import java.util.concurrent.CompletionStage;

/**
 * A type of store other than the one in memory. A module names its own in {@code
 * META-INF/services}; it is loaded only where its type is configured.
 */
public interface StoreProvider {

  /** What {@code store.type} calls it. */
  String type();

  /**
   * Opens the store, and makes it ready to be used.
   *
   * @param host what the process offers to it; outlives the store
   * @return fails with a {@link StoreStartException} if it cannot be used as it is configured
   */
  CompletionStage<? extends SharedStores> open(StoreSettings settings, StoreHost host);
}

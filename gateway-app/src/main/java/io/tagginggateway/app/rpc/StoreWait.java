package io.tagginggateway.app.rpc;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how long a request waits for a store.
 *
 * @param limit after this the stage fails with {@link java.util.concurrent.TimeoutException}; what
 *     the store does then is lost, but not undone
 */
record StoreWait(Duration limit) {

  /** The same stage, where it is complete; else one that ends with the limit at the latest. */
  <T> CompletionStage<T> bounded(CompletionStage<T> stage) {
    CompletableFuture<T> future = stage.toCompletableFuture();
    return future.isDone()
        ? future
        : future.copy().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
  }
}

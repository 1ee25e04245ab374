package io.tagginggateway.app.rpc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Goes on from stages. What is complete costs nothing but the call. */
final class Stages {
  private Stages() {}

  /**
   * Goes on with the value of a stage, or with its failure; at once where it is complete.
   *
   * @param next throws nothing
   * @param failed throws nothing
   */
  static <T, R> CompletionStage<R> then(
      CompletionStage<T> stage,
      Function<T, CompletionStage<R>> next,
      Function<Throwable, CompletionStage<R>> failed) {
    CompletableFuture<T> future = stage.toCompletableFuture();
    if (future.isDone() && !future.isCompletedExceptionally()) {
      return next.apply(future.join());
    }
    return future
        .handle((value, failure) -> failure == null ? next.apply(value) : failed.apply(failure))
        .thenCompose(rest -> rest);
  }
}

package io.tagginggateway.app.rpc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

  /**
   * What is made of the value of a stage, or of its failure; at once where it is complete.
   *
   * @param made throws nothing; the failure is null if there is a value
   */
  static <T, R> CompletionStage<R> handled(
      CompletionStage<T> stage, BiFunction<T, @Nullable Throwable, R> made) {
    CompletableFuture<T> future = stage.toCompletableFuture();
    return future.isDone() && !future.isCompletedExceptionally()
        ? CompletableFuture.completedFuture(made.apply(future.join(), null))
        : future.handle(made);
  }
}

package io.tagginggateway.core.testing;

import io.tagginggateway.core.error.Failures;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Waits for stages, as only tests may. */
public final class Stages {
  private Stages() {}

  /** What a stage completes with; throws what it fails with, as it is. */
  public static <T> T join(CompletionStage<? extends T> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException e) {
      if (Failures.cause(e) instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}

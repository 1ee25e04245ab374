package io.tagginggateway.core.error;

import java.util.concurrent.CompletionException;

/**
 * Unwraps failures from the exceptions that {@link java.util.concurrent.CompletionStage} wraps them
 * in.
 */
public final class Failures {
  private Failures() {}

  /** The exception that a stage failed with, unwrapped. */
  public static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}

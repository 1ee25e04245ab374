package io.tagginggateway.core.error;

import java.util.concurrent.CompletionException;

/** What went wrong, without what {@link java.util.concurrent.CompletionStage} puts around it. */
public final class Failures {
  private Failures() {}

  /** The cause that a stage failed with, whichever stage of a chain tells of it. */
  public static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}

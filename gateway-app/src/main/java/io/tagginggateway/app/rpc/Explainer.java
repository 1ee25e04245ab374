package io.tagginggateway.app.rpc;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Says why requests were answered as they were. Thread-safe; no call blocks. */
public interface Explainer {
  /** The rule of a request whose account cannot be made, because there are too many. */
  String TOO_MANY_GUESTS = "too-many-guests";

  /** Says nothing. */
  Explainer SILENT = exchange -> CompletableFuture.completedFuture(Optional.empty());

  /**
   * Why a request was refused, or listed nothing. Bounded in time: whoever waits for the answer
   * waits for this.
   *
   * @return may fail or be empty, and then nothing is said
   */
  CompletionStage<Optional<Hint>> explain(Exchange exchange);
}

package io.tagginggateway.app.rpc;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has answers explained that need it: refusals, and lists without rows. All others pass at the cost
 * of a comparison.
 *
 * @param explainer whom to ask; when it fails, nothing is said and the answer stays as it is
 */
record Explanations(Explainer explainer) {
  private static final Logger LOG = LoggerFactory.getLogger(Explanations.class);

  /** The same answers, each with its reason where it needs one. */
  CompletionStage<Delivery> explained(CompletionStage<Delivery> stage) {
    CompletableFuture<Delivery> delivery = stage.toCompletableFuture();
    if (!delivery.isDone()) {
      return delivery.thenCompose(this::explained);
    }
    return delivery.isCompletedExceptionally() ? delivery : explained(delivery.join());
  }

  /** The same answer with its reason, if it needs one. */
  CompletionStage<Delivery> explained(Delivery delivery) {
    if (!(delivery instanceof Delivery.Whole whole) || !whole.made().needsHint()) {
      return CompletableFuture.completedFuture(delivery);
    }
    CompletableFuture<Optional<Hint>> hint = ask(whole.made()).toCompletableFuture();
    return hint.handle((given, failure) -> with(whole, failure == null ? given : failed(failure)));
  }

  /** The same where nobody can wait: with the reason if it is there at once. */
  Delivery atOnce(Delivery.Whole whole) {
    CompletableFuture<Optional<Hint>> hint = ask(whole.made()).toCompletableFuture();
    boolean there = hint.isDone() && !hint.isCompletedExceptionally();
    return there ? with(whole, hint.join()) : whole;
  }

  private CompletionStage<Optional<Hint>> ask(Exchange exchange) {
    try {
      return explainer.explain(exchange);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static Optional<Hint> failed(Throwable failure) {
    LOG.debug("No hint", failure);
    return Optional.empty();
  }

  private static Delivery with(Delivery.Whole whole, Optional<Hint> hint) {
    return hint.isEmpty()
        ? whole
        : new Delivery.Whole(whole.made().explainedBy(hint.get()), whole.body());
  }
}

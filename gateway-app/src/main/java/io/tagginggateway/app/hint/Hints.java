package io.tagginggateway.app.hint;

import io.tagginggateway.app.host.OwnNames;
import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.app.rpc.Explainer;
import io.tagginggateway.app.rpc.Hint;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.state.State;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Makes hints, within a bound: of time for all of them together, of time for one that waits for a
 * store, and of what one looks at. Thread-safe; no call blocks.
 */
public final class Hints implements Explainer {
  /** How long one hint may wait for a store, and so its answer. Chosen. */
  private static final long PATIENCE_MILLIS = 200;

  /** How long it may wait until all products are read, once. Chosen. */
  private static final long FIRST_MILLIS = 5_000;

  private static final Hint TOO_MANY =
      Hint.of(
          "More requests are refused or find nothing at once than the gateway has time to explain:"
              + " send this one again alone.");

  private static final Hint STORE_IS_SLOW =
      Hint.of("The store takes too long to be searched for a reason.");

  private static final Hint NOT_READ_YET =
      Hint.of("The gateway is still reading what its products have: send this request again.");

  private final Refusals refusals;
  private final EmptyLists emptyLists;
  private final boolean header;
  private final HintBudget budget = new HintBudget();

  /**
   * Hints about these products and this state.
   *
   * @param aliases extra host names by product code
   * @param ownNames names of this gateway that are no product's host
   * @param settings what of the configuration they depend on or name
   * @param clock the time that signatures are held against
   */
  public Hints(
      Products products,
      Map<String, List<String>> aliases,
      OwnNames ownNames,
      HintSettings settings,
      Supplier<? extends State> state,
      Clock clock) {
    this.header = settings.header();
    OperationIndex.Lazy operations = new OperationIndex.Lazy(products);
    RoutingHints routing =
        new RoutingHints(new ProductHosts(products, aliases), operations, ownNames);
    this.emptyLists = new EmptyLists(new EmptyListHints(state, routing), state, products);
    this.refusals =
        new Refusals(
            routing,
            new OperationHints(routing, operations),
            new SigningHints(state, clock),
            new TagRuleHints(routing, operations),
            new StoredRuleHints(state, routing),
            settings);
  }

  @Override
  public CompletionStage<Optional<Hint>> explain(Exchange exchange) {
    return header ? hint(exchange) : hint(exchange).thenApply(hint -> hint.map(Hint::withheld));
  }

  private CompletionStage<Optional<Hint>> hint(Exchange exchange) {
    long start = System.nanoTime();
    if (!budget.isLeft(start)) {
      return CompletableFuture.completedFuture(Optional.of(TOO_MANY));
    }
    boolean asksStore = exchange.listsNothing() || refusals.askStore(exchange);
    if (asksStore && !budget.mayAskStore(start)) {
      return CompletableFuture.completedFuture(Optional.of(STORE_IS_SLOW));
    }
    CompletableFuture<Hint> hint =
        (exchange.listsNothing() ? emptyLists.explain(exchange) : refusals.explain(exchange))
            .toCompletableFuture();
    budget.spend(System.nanoTime() - start);
    if (hint.isDone()) {
      return hint.thenApply(Optional::of);
    }
    return hint.copy()
        .orTimeout(asksStore ? PATIENCE_MILLIS : FIRST_MILLIS, TimeUnit.MILLISECONDS)
        .handle((made, failure) -> Optional.of(failure == null ? made : late(asksStore, failure)));
  }

  private Hint late(boolean asksStore, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (!(cause instanceof TimeoutException)) {
      throw new CompletionException(cause);
    }
    if (!asksStore) {
      return NOT_READ_YET;
    }
    budget.storeIsSlow(System.nanoTime());
    return STORE_IS_SLOW;
  }
}

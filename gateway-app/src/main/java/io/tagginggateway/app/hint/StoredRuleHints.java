package io.tagginggateway.app.hint;

import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.app.rpc.Hint;
import io.tagginggateway.core.product.RequestedResources;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Why a change was refused by what is stored. */
final class StoredRuleHints {
  /** Resources of a change that are looked at. */
  private static final int MOST = 50;

  private final Supplier<? extends State> state;
  private final RoutingHints routing;

  StoredRuleHints(Supplier<? extends State> state, RoutingHints routing) {
    this.state = state;
    this.routing = routing;
  }

  private static Partition partition(Exchange exchange, RequestedResources asked) {
    String account = exchange.caller() == null ? "" : exchange.caller().account();
    String type = asked.types().isEmpty() ? "" : asked.types().get(0);
    return new Partition(
        account, String.valueOf(exchange.product()), String.valueOf(exchange.region()), type);
  }

  /** A resource was never declared. */
  CompletionStage<Hint> notDeclared(Exchange exchange, TagOperation operation) {
    RequestedResources asked = RequestedResources.of(operation, exchange.parameters());
    Partition partition = partition(exchange, asked);
    Finder finder = new Finder(state.get().tags());
    Where where = new Where(exchange, routing, partition);
    return firstAbsent(finder, partition, asked.ids(), 0)
        .thenCompose(
            id ->
                finder
                    .partitions(partition)
                    .thenCompose(all -> finder.elsewhere(all, id))
                    .thenApply(
                        found ->
                            found
                                .filter(
                                    other ->
                                        other.partition().account().equals(partition.account()))
                                .map(
                                    other ->
                                        "The resource "
                                            + Words.quoted(id)
                                            + " is declared "
                                            + where.differing(other.partition())
                                            + ", and the request was made in "
                                            + where.region()
                                            + ": "
                                            + where.wayTo(other.partition())
                                            + ".")
                                .orElse(
                                    "The resource "
                                        + Words.quoted(id)
                                        + " is in no fixture, and resources: declared lets none"
                                        + " other be tagged: add it to a fixture, or set resources:"
                                        + " open."))
                    .thenApply(Hint::of));
  }

  private static CompletionStage<String> firstAbsent(
      Finder finder, Partition partition, List<String> ids, int index) {
    if (index >= Math.min(ids.size(), MOST)) {
      return CompletableFuture.completedFuture(ids.isEmpty() ? "" : ids.get(0));
    }
    return finder
        .here(partition, ids.get(index))
        .thenCompose(
            here ->
                here.isEmpty()
                    ? CompletableFuture.completedFuture(ids.get(index))
                    : firstAbsent(finder, partition, ids, index + 1));
  }

  /** A resource would carry too many tags. */
  CompletionStage<Hint> tooManyTags(Exchange exchange, TagOperation operation) {
    RequestedResources asked = RequestedResources.of(operation, exchange.parameters());
    Partition partition = partition(exchange, asked);
    int more = operation.tagsOf(exchange.parameters()).size();
    int limit = operation.family().limits().tagsPerResource();
    String id = asked.ids().isEmpty() ? "" : asked.ids().get(0);
    return new Finder(state.get().tags())
        .here(partition, id)
        .thenApply(
            here ->
                Hint.of(
                    "A resource carries at most "
                        + Words.count(limit, "tag")
                        + ", and "
                        + Words.quoted(id)
                        + " has "
                        + here.map(StoredResource::tags).map(List::size).orElse(0)
                        + " before the "
                        + more
                        + " of the request: remove some first."));
  }
}

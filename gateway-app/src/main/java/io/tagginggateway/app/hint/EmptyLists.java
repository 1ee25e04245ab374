package io.tagginggateway.app.hint;

import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.app.rpc.Hint;
import io.tagginggateway.core.product.IdentityOperation;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.RequestedResources;
import io.tagginggateway.core.product.ResourceOperation;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.tag.Partition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Why a list of any family has no rows. */
final class EmptyLists {
  private final EmptyListHints tags;
  private final Supplier<? extends State> state;
  private final Products products;

  EmptyLists(EmptyListHints tags, Supplier<? extends State> state, Products products) {
    this.tags = tags;
    this.state = state;
    this.products = products;
  }

  CompletionStage<Hint> explain(Exchange exchange) {
    Operation operation = exchange.operation();
    return operation == null
        ? CompletableFuture.completedFuture(Hint.of("The list has no rows."))
        : operation.as(new Families(exchange));
  }

  private final class Families implements Operation.Cases<CompletionStage<Hint>> {
    private final Exchange exchange;

    Families(Exchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public CompletionStage<Hint> tags(TagOperation operation) {
      return tags.tags(exchange, operation);
    }

    @Override
    public CompletionStage<Hint> identity(IdentityOperation operation) {
      return CompletableFuture.completedFuture(
          Hint.of(operation.name() + " lists nothing, whatever is asked."));
    }

    @Override
    public CompletionStage<Hint> resource(ResourceOperation operation) {
      String account = exchange.caller() == null ? "" : exchange.caller().account();
      String type = operation.family().type();
      return state
          .get()
          .resources()
          .partitions()
          .thenApply(partitions -> Hint.of(created(operation, type, account, partitions)));
    }

    private String created(
        ResourceOperation operation, String type, String account, Set<Partition> partitions) {
      Set<String> regions = new TreeSet<>();
      for (Partition partition : partitions) {
        if (partition.account().equals(account)
            && partition.product().equals(exchange.product())
            && partition.type().equals(type)) {
          regions.add(partition.region());
        }
      }
      String region = String.valueOf(exchange.region());
      String none =
          operation.name() + " found no " + type + " in " + region + " that meets the filters";
      if (regions.contains(region)) {
        return none + ": there are some, and each has another id, attribute or tag.";
      }
      return regions.isEmpty()
          ? "No "
              + type
              + " was created by this account: create one by a call; a resource that only has tags"
              + " is listed by ListTagResources."
          : none + ": there are some in " + Words.listed(regions) + "; send RegionId.";
    }

    @Override
    public CompletionStage<Hint> view(ViewOperation operation) {
      RequestedResources asked = RequestedResources.of(operation, exchange.parameters());
      if (asked.ids().isEmpty()) {
        return new ViewListHints(state, products).explain(exchange, operation);
      }
      String type = asked.types().isEmpty() ? "" : asked.types().get(0);
      return tags.nothing(exchange, type, asked.ids(), List.of());
    }
  }
}

package io.tagginggateway.app.hint;

import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.app.rpc.Hint;
import io.tagginggateway.app.text.Nearest;
import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.product.RequestedResources;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagStore;
import io.tagginggateway.core.tag.TaggedResource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Why a list has no rows: the place, the filter, or nothing is there. */
final class EmptyListHints {
  private static final String SEE_STATE = "; GET /_gateway/state shows what is stored.";

  private final Supplier<? extends State> state;
  private final RoutingHints routing;

  EmptyListHints(Supplier<? extends State> state, RoutingHints routing) {
    this.state = state;
    this.routing = routing;
  }

  /** One sentence. */
  CompletionStage<Hint> tags(Exchange exchange, TagOperation operation) {
    RequestedResources asked = RequestedResources.of(operation, exchange.parameters());
    String type = asked.types().isEmpty() ? "" : asked.types().get(0);
    return nothing(exchange, type, asked.ids(), filters(operation, exchange));
  }

  private static List<TagFilter> filters(TagOperation operation, Exchange exchange) {
    List<TagFilter> filters = new ArrayList<>();
    for (NumberedList.Member member : operation.tagsOf(exchange.parameters())) {
      filters.add(new TagFilter(Objects.requireNonNullElse(member.key(), ""), member.value()));
    }
    return filters;
  }

  /** The same of any list that looked for a type, ids and filters. */
  CompletionStage<Hint> nothing(
      Exchange exchange, String type, List<String> ids, List<TagFilter> filters) {
    Caller caller = exchange.caller();
    String account = caller == null ? "" : caller.account();
    String product = String.valueOf(exchange.product());
    String region = String.valueOf(exchange.region());
    Partition asked = new Partition(account, product, region, type);
    Where where = new Where(exchange, routing, asked);
    Finder finder = new Finder(state.get().tags());
    if (ids.isEmpty()) {
      return finder
          .any(asked, List.of())
          .thenCompose(
              any ->
                  any.isEmpty()
                      ? emptyPlace(finder, where)
                      : new FilterHints(finder, where).emptied(filters));
    }
    String id = ids.get(0);
    return finder
        .here(asked, id)
        .thenCompose(
            here ->
                here.isPresent()
                    ? CompletableFuture.completedFuture(
                        Hint.of(FilterHints.isThere(here.get(), filters)))
                    : notThere(finder, where, id));
  }

  private CompletionStage<Hint> notThere(Finder finder, Where where, String id) {
    return finder
        .partitions(where.asked())
        .thenCompose(
            partitions ->
                finder
                    .elsewhere(partitions, id)
                    .thenCompose(
                        found ->
                            found.isPresent() && isOwn(where, found.get().partition())
                                ? CompletableFuture.completedFuture(
                                    Hint.of(isElsewhere(where, id, found.get().partition())))
                                : nowhere(finder, where, id, partitions)
                                    .thenApply(
                                        own ->
                                            found.isEmpty()
                                                ? Hint.of(own)
                                                : new Hint(
                                                    isAnothers(where, id, found.get().partition()),
                                                    own))));
  }

  private static boolean isOwn(Where where, Partition found) {
    return found.account().equals(where.asked().account());
  }

  private static String isElsewhere(Where where, String id, Partition found) {
    return "The resource "
        + Words.quoted(id)
        + " is "
        + where.differing(found)
        + ", and the list looked in "
        + where.region()
        + (found.type().equals(where.asked().type()) ? "" : ", for " + where.asked().type())
        + ": "
        + where.wayTo(found)
        + ".";
  }

  private static String isAnothers(Where where, String id, Partition found) {
    return "The resource "
        + Words.quoted(id)
        + " belongs to the account "
        + found.account()
        + ", "
        + where.differing(found)
        + ", and the request was made for the account "
        + Words.quoted(where.asked().account())
        + ": use an access key of that account.";
  }

  private static CompletionStage<String> nowhere(
      Finder finder, Where where, String id, List<Map.Entry<Partition, TagStore.Size>> partitions) {
    return finder
        .some(where.asked(), Finder.SAMPLE)
        .thenApply(
            some -> {
              List<String> ids = some.stream().map(TaggedResource::id).toList();
              String nearest = Nearest.to(id, ids);
              String none = "No resource " + Words.quoted(id) + " is stored";
              return nearest != null
                  ? none + ": did you mean " + Words.quoted(nearest) + "?"
                  : ids.isEmpty()
                      ? none
                          + ", and "
                          + place(where)
                          + " holds none at all"
                          + Objects.requireNonNullElse(inOtherRegions(where, partitions), SEE_STATE)
                      : none
                          + "; "
                          + place(where)
                          + " holds others, such as "
                          + Words.quoted(ids.get(0))
                          + ".";
            });
  }

  private static String place(Where where) {
    Partition asked = where.asked();
    return asked.product() + " in " + where.region() + ", for the type " + asked.type();
  }

  /** Where the account has such resources, as the end of a sentence; null if nowhere. */
  private static @Nullable String inOtherRegions(
      Where where, List<Map.Entry<Partition, TagStore.Size>> partitions) {
    Set<String> regions = new LinkedHashSet<>();
    @Nullable Partition first = null;
    for (Map.Entry<Partition, TagStore.Size> entry : partitions) {
      Partition other = entry.getKey();
      boolean same =
          isOwn(where, other)
              && other.product().equals(where.asked().product())
              && other.type().equals(where.asked().type());
      if (same) {
        first = first == null ? other : first;
        regions.add(other.region());
      }
    }
    return first == null
        ? null
        : "; there are some in " + Words.listed(regions) + ": " + where.wayTo(first) + ".";
  }

  private CompletionStage<Hint> emptyPlace(Finder finder, Where where) {
    return finder
        .partitions(where.asked())
        .thenApply(
            partitions -> {
              Partition asked = where.asked();
              String elsewhere = inOtherRegions(where, partitions);
              String own =
                  "Nothing of type "
                      + asked.type()
                      + " with a tag is stored for "
                      + asked.product()
                      + " in "
                      + where.region()
                      + Objects.requireNonNullElse(elsewhere, SEE_STATE);
              return partitions.stream()
                  .map(Map.Entry::getKey)
                  .filter(other -> !isOwn(where, other) && isSamePlace(asked, other))
                  .findFirst()
                  .filter(other -> elsewhere == null)
                  .map(other -> new Hint(ofAnother(where, other), own))
                  .orElse(Hint.of(own));
            });
  }

  private static boolean isSamePlace(Partition asked, Partition other) {
    return asked.product().equals(other.product())
        && asked.type().equals(other.type())
        && asked.region().equals(other.region());
  }

  private static String ofAnother(Where where, Partition other) {
    return "Nothing of type "
        + other.type()
        + " in "
        + where.region()
        + " belongs to the account "
        + Words.quoted(where.asked().account())
        + ", and some to the account "
        + other.account()
        + ": use an access key of that one.";
  }
}

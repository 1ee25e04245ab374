package io.tagginggateway.app.hint;

import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.app.rpc.Hint;
import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.TagView;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.Tag;
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

/** Why a list over all products that names no resources found nothing. */
final class ViewListHints {
  /** An account with tags in more partitions is not looked through. */
  private static final int MAX_PARTITIONS = 16;

  /** Resources of each that are looked at for other keys and values. */
  private static final int SAMPLE = 50;

  private final Supplier<? extends State> state;
  private final Products products;

  ViewListHints(Supplier<? extends State> state, Products products) {
    this.state = state;
    this.products = products;
  }

  CompletionStage<Hint> explain(Exchange exchange, ViewOperation operation) {
    Caller caller = exchange.caller();
    String account = caller == null ? "" : caller.account();
    Partition asked =
        new Partition(
            account, String.valueOf(exchange.product()), String.valueOf(exchange.region()), "");
    String type = exchange.parameters().get(operation.view().parameters().type());
    if (type != null && !type.isEmpty()) {
      return CompletableFuture.completedFuture(
          Hint.of(
              "Nothing of the type "
                  + Words.quoted(type)
                  + " in "
                  + asked.region()
                  + " meets the request: without ResourceType, those of all types are listed."));
    }
    Finder finder = new Finder(state.get().tags());
    return finder.partitions(asked).thenCompose(all -> explain(exchange, operation, finder, all));
  }

  private CompletionStage<Hint> explain(
      Exchange exchange,
      ViewOperation operation,
      Finder finder,
      List<Map.Entry<Partition, TagStore.Size>> all) {
    Caller caller = exchange.caller();
    String region = String.valueOf(exchange.region());
    List<Partition> own =
        all.stream()
            .filter(entry -> entry.getValue().rows() > 0)
            .map(Map.Entry::getKey)
            .filter(each -> caller != null && each.account().equals(caller.account()))
            .filter(each -> products.find(each.product()) != null)
            .toList();
    if (own.stream().noneMatch(each -> each.region().equals(region))) {
      return CompletableFuture.completedFuture(Hint.of(noneHere(region, own)));
    }
    if (own.size() > MAX_PARTITIONS) {
      return CompletableFuture.completedFuture(
          Hint.of(
              "Nothing in "
                  + region
                  + " meets the request; GET /_gateway/state shows what is stored."));
    }
    return unmet(finder, region, own, wanted(operation, exchange), 0);
  }

  /** The tags that the request asks for; a null value stands for any. */
  private static List<TagFilter> wanted(ViewOperation operation, Exchange exchange) {
    TagView.Parameters names = operation.view().parameters();
    Parameters sent = exchange.parameters();
    return switch (operation.kind()) {
      case KEYS -> filter(sent.get(names.keyFilter()), null);
      case VALUES -> filter(sent.get(names.key()), sent.get(names.valueFilter()));
      case LIST, TAG, UNTAG -> {
        List<TagFilter> filters = new ArrayList<>();
        for (NumberedList.Member member : operation.tagsOf(sent)) {
          filters.add(new TagFilter(Objects.requireNonNullElse(member.key(), ""), member.value()));
        }
        yield filters;
      }
    };
  }

  private static List<TagFilter> filter(@Nullable String key, @Nullable String value) {
    boolean anyValue = value == null || value.isEmpty();
    return key == null ? List.of() : List.of(new TagFilter(key, anyValue ? null : value));
  }

  private static String noneHere(String region, List<Partition> own) {
    String none = "This account has no tags in " + region;
    if (own.isEmpty()) {
      return none + ", nor in another region; GET /_gateway/state shows what is stored.";
    }
    Set<String> regions = new LinkedHashSet<>();
    own.forEach(partition -> regions.add(partition.region()));
    return none
        + "; there are some in "
        + Words.listed(regions)
        + ": send RegionId="
        + own.get(0).region()
        + ".";
  }

  /** The first of these filters that no resource of the region meets. */
  private static CompletionStage<Hint> unmet(
      Finder finder, String region, List<Partition> own, List<TagFilter> filters, int index) {
    if (index == filters.size()) {
      return CompletableFuture.completedFuture(
          Hint.of(
              filters.size() > 1
                  ? "Each of these tags is on some resource in "
                      + region
                      + ", and no resource has all "
                      + filters.size()
                      + "."
                  : "Nothing in "
                      + region
                      + " is of the category or on the page that was asked for."));
    }
    TagFilter filter = filters.get(index);
    return matching(finder, own, filter, 0, new ArrayList<>())
        .thenCompose(
            matching ->
                matching.stream().anyMatch(each -> each.region().equals(region))
                    ? unmet(finder, region, own, filters, index + 1)
                    : lacking(finder, region, filter, own, matching));
  }

  /** Those of these partitions that have a resource with such a tag. */
  private static CompletionStage<List<Partition>> matching(
      Finder finder, List<Partition> own, TagFilter filter, int index, List<Partition> found) {
    if (index == own.size()) {
      return CompletableFuture.completedFuture(found);
    }
    Partition next = own.get(index);
    return finder
        .any(next, List.of(filter))
        .thenCompose(
            match -> {
              if (match.isPresent()) {
                found.add(next);
              }
              return matching(finder, own, filter, index + 1, found);
            });
  }

  private static CompletionStage<Hint> lacking(
      Finder finder,
      String region,
      TagFilter filter,
      List<Partition> own,
      List<Partition> matching) {
    String value = filter.value();
    String none =
        "No resource in "
            + region
            + " has the tag "
            + Words.quoted(filter.key())
            + (value == null ? "" : " with the value " + Words.quoted(value));
    if (!matching.isEmpty()) {
      Partition other = matching.get(0);
      return CompletableFuture.completedFuture(
          Hint.of(
              none
                  + "; "
                  + other.product()
                  + " has one in "
                  + other.region()
                  + ": send RegionId="
                  + other.region()
                  + "."));
    }
    return samples(finder, own, 0, new ArrayList<>())
        .thenApply(some -> Hint.of(none + instead(filter, some)));
  }

  private static CompletionStage<List<TaggedResource>> samples(
      Finder finder, List<Partition> own, int index, List<TaggedResource> found) {
    if (index == own.size()) {
      return CompletableFuture.completedFuture(found);
    }
    return finder
        .some(own.get(index), SAMPLE)
        .thenCompose(
            some -> {
              found.addAll(some);
              return samples(finder, own, index + 1, found);
            });
  }

  /** What there is in the place of a tag that there is not, as the end of a sentence. */
  private static String instead(TagFilter filter, List<TaggedResource> some) {
    Set<String> keys = new LinkedHashSet<>();
    for (TaggedResource resource : some) {
      for (Tag tag : resource.tags()) {
        if (tag.key().equals(filter.key())) {
          return ": "
              + Words.quoted(resource.id())
              + " has it with "
              + Words.quoted(tag.value())
              + ".";
        }
        keys.add(tag.key());
      }
    }
    return Words.insteadOf(filter.key(), keys);
  }
}

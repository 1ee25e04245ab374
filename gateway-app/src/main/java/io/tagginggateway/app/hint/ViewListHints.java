package io.tagginggateway.app.hint;

import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.app.rpc.Hint;
import io.tagginggateway.app.text.Nearest;
import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.product.TagView;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagFilter;
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
  /** Partitions that are looked into, those of the region first. */
  private static final int MAX_PARTITIONS = 16;

  /** Resources of each that are looked at for other keys and values. */
  private static final int SAMPLE = 50;

  private final Supplier<? extends State> state;

  ViewListHints(Supplier<? extends State> state) {
    this.state = state;
  }

  /** What a partition has of what was asked. */
  private record Looked(Partition partition, boolean matches, List<TaggedResource> some) {}

  CompletionStage<Hint> explain(Exchange exchange, ViewOperation operation) {
    Caller caller = exchange.caller();
    String account = caller == null ? "" : caller.account();
    Partition asked =
        new Partition(
            account, String.valueOf(exchange.product()), String.valueOf(exchange.region()), "");
    Finder finder = new Finder(state.get().tags());
    return finder
        .partitions(asked)
        .thenApply(
            all ->
                all.stream()
                    .map(Map.Entry::getKey)
                    .filter(partition -> partition.account().equals(account))
                    .limit(MAX_PARTITIONS)
                    .toList())
        .thenCompose(
            own ->
                own.stream().noneMatch(partition -> partition.region().equals(asked.region()))
                    ? CompletableFuture.completedFuture(Hint.of(noneHere(asked.region(), own)))
                    : unmet(finder, asked.region(), own, wanted(operation, exchange), 0));
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
    return look(finder, own, filter, new ArrayList<>())
        .thenCompose(
            looked ->
                looked.stream().anyMatch(each -> each.matches && isIn(region, each))
                    ? unmet(finder, region, own, filters, index + 1)
                    : CompletableFuture.completedFuture(Hint.of(lacking(region, filter, looked))));
  }

  private static CompletionStage<List<Looked>> look(
      Finder finder, List<Partition> own, TagFilter filter, List<Looked> looked) {
    if (looked.size() == own.size()) {
      return CompletableFuture.completedFuture(looked);
    }
    Partition next = own.get(looked.size());
    return finder
        .any(next, List.of(filter))
        .thenCompose(
            match ->
                finder
                    .some(next, SAMPLE)
                    .thenCompose(
                        some -> {
                          looked.add(new Looked(next, match.isPresent(), some));
                          return look(finder, own, filter, looked);
                        }));
  }

  private static boolean isIn(String region, Looked looked) {
    return looked.partition.region().equals(region);
  }

  private static String lacking(String region, TagFilter filter, List<Looked> looked) {
    String key = Words.quoted(filter.key());
    String value = filter.value();
    String none =
        "No resource in "
            + region
            + " has the tag "
            + key
            + (value == null ? "" : " with the value " + Words.quoted(value));
    for (Looked each : looked) {
      if (each.matches) {
        String other = each.partition.region();
        return none
            + "; "
            + each.partition.product()
            + " has one in "
            + other
            + ": send RegionId="
            + other
            + ".";
      }
    }
    Set<String> keys = new LinkedHashSet<>();
    for (Looked each : looked) {
      for (TaggedResource resource : each.some) {
        for (Tag tag : resource.tags()) {
          if (tag.key().equals(filter.key())) {
            return none
                + ": "
                + Words.quoted(resource.id())
                + " has it with "
                + Words.quoted(tag.value())
                + ".";
          }
          keys.add(tag.key());
        }
      }
    }
    String nearest = Nearest.to(filter.key(), keys);
    return nearest != null
        ? none + ": did you mean " + Words.quoted(nearest) + "?"
        : none + "; there are " + Words.listed(keys) + ".";
  }
}

package io.tagginggateway.core.product;

import io.tagginggateway.core.error.Failures;
import io.tagginggateway.core.product.ViewRequest.Named;
import io.tagginggateway.core.tag.Cursor;
import io.tagginggateway.core.tag.ForeignCursorException;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TagStore;
import io.tagginggateway.core.tag.TaggedResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Lists resources of all products with their tags: partition by partition, in their order. */
final class ViewListing {
  /** How many resources are read at a time to find out whether a page follows. */
  private static final int LOOK_AHEAD = 100;

  private static final Comparator<Partition> ORDER =
      Comparator.comparing(Partition::product).thenComparing(Partition::type);

  private final Call call;
  private final ViewOperation operation;
  private final ArnServices services;
  private final TagStore store;

  ViewListing(Call call, ViewOperation operation, ArnServices services, TagStore store) {
    this.call = call;
    this.operation = operation;
    this.services = services;
    this.store = store;
  }

  /** The page that a request asks for. */
  CompletionStage<Answer> answer(ViewRequest request) {
    List<Named> resources = request.resources();
    List<TagFilter> filters =
        request.tags().stream().map(tag -> new TagFilter(tag.key(), tag.value())).toList();
    Category category = request.category();
    int size = request.pageSize();
    String token = request.parameter(operation.view().parameters().token());
    PageTokens tokens = tokens(resources, filters, category);
    Cursor cursor = token.isEmpty() ? null : tokens.decode(token);
    if (!token.isEmpty() && cursor == null) {
      throw request.broken(ViewSituation.BAD_NEXT_TOKEN, token);
    }
    ViewPlace start = cursor == null ? null : ViewPlace.at(cursor);
    return partitions(resources)
        .thenCompose(
            partitions -> {
              Walk walk = new Walk(partitions, filters, category, size, start);
              return walk.go().thenApply(done -> walk.answer(tokens));
            })
        .exceptionally(
            failure -> {
              throw Failures.cause(failure) instanceof ForeignCursorException
                  ? request.broken(ViewSituation.BAD_NEXT_TOKEN, token)
                  : new CompletionException(Failures.cause(failure));
            });
  }

  private PageTokens tokens(
      List<Named> resources, List<TagFilter> filters, @Nullable Category category) {
    List<String> asked = new ArrayList<>();
    for (Named named : resources) {
      asked.add(named.target().product());
      asked.add(named.target().type());
      asked.add(named.id());
    }
    Partition all = call.partition(operation.name(), String.valueOf(category));
    return new PageTokens(all, asked, filters);
  }

  /** The partitions that are asked for, each with the ids; no ids stand for all of them. */
  private CompletionStage<NavigableMap<Partition, List<String>>> partitions(List<Named> resources) {
    NavigableMap<Partition, List<String>> partitions = new TreeMap<>(ORDER);
    if (resources.isEmpty()) {
      return store
          .sizes()
          .thenApply(
              sizes -> {
                for (Partition partition : sizes.keySet()) {
                  if (partition.account().equals(call.account())
                      && partition.region().equals(call.region())
                      && services.knows(partition)) {
                    partitions.put(partition, List.of());
                  }
                }
                return partitions;
              });
    }
    for (Named named : resources) {
      ArnServices.Target target = named.target();
      Partition partition = call.partition(target.product(), target.type());
      partitions.computeIfAbsent(partition, each -> new ArrayList<>()).add(named.id());
    }
    return CompletableFuture.completedFuture(partitions);
  }

  /** The way through the partitions until a page is full and one more row is seen. */
  private final class Walk {
    private final NavigableMap<Partition, List<String>> partitions;
    private final List<TagFilter> filters;
    private final @Nullable Category category;
    private final int size;
    private final List<ViewAnswers.Row> rows = new ArrayList<>();
    private @Nullable Partition partition;
    private @Nullable Cursor after;
    private @Nullable ViewPlace full;

    Walk(
        NavigableMap<Partition, List<String>> partitions,
        List<TagFilter> filters,
        @Nullable Category category,
        int size,
        @Nullable ViewPlace start) {
      this.partitions = partitions;
      this.filters = filters;
      this.category = category;
      this.size = size;
      if (start == null) {
        partition = partitions.isEmpty() ? null : partitions.firstKey();
        return;
      }
      Partition from = call.partition(start.product(), start.type());
      partition = partitions.ceilingKey(from);
      after = from.equals(partition) ? start.cursor() : null;
    }

    /** Goes on until the end or until more rows than the page holds are there. */
    CompletionStage<?> go() {
      Partition here = partition;
      if (here == null || rows.size() > size) {
        return CompletableFuture.completedFuture(null);
      }
      int wanted = rows.size() < size ? size - rows.size() : LOOK_AHEAD;
      PageLimit limit = new PageLimit(wanted, PageLimit.Unit.RESOURCES);
      TagQuery query =
          new TagQuery(partitions.getOrDefault(here, List.of()), filters, limit, after);
      return store
          .list(here, query)
          .thenCompose(page -> add(here, page).thenApply(added -> page))
          .thenComposeAsync(
              page -> {
                step(here, page.next());
                return go();
              });
    }

    /** Notes the place after a full page, then goes on. */
    private void step(Partition here, @Nullable Cursor next) {
      if (next == null) {
        partition = partitions.higherKey(here);
        after = null;
      } else {
        after = next;
      }
      Partition at = partition;
      if (rows.size() == size && full == null && at != null) {
        full = new ViewPlace(at.product(), at.type(), after);
      }
    }

    private CompletionStage<?> add(Partition here, Page page) {
      String prefix = services.prefix(here);
      CompletionStage<?> done = CompletableFuture.completedFuture(null);
      for (TaggedResource resource : page.resources()) {
        done =
            done.thenCompose(before -> store.find(here, resource.id()))
                .thenAccept(stored -> add(prefix, resource, stored));
      }
      return done;
    }

    private void add(String prefix, TaggedResource resource, Optional<StoredResource> stored) {
      Set<String> systemKeys = new HashSet<>();
      stored.ifPresent(found -> found.systemTags().forEach(tag -> systemKeys.add(tag.key())));
      Map<Tag, Category> tags = new LinkedHashMap<>();
      for (Tag tag : resource.tags()) {
        Category by = systemKeys.contains(tag.key()) ? Category.SYSTEM : Category.CUSTOM;
        if (category == null || category == by) {
          tags.put(tag, by);
        }
      }
      if (!tags.isEmpty()) {
        rows.add(new ViewAnswers.Row(prefix + resource.id(), tags));
      }
    }

    Answer answer(PageTokens tokens) {
      boolean more = rows.size() > size && full != null;
      List<ViewAnswers.Row> page = more ? rows.subList(0, size) : rows;
      String token = more && full != null ? tokens.encode(full.cursorOfAll()) : "";
      int count = page.stream().mapToInt(row -> row.tags().size()).sum();
      return new WrittenAnswer(
          call, count, new ViewAnswers(call, operation.view()).resources(page, token));
    }
  }
}

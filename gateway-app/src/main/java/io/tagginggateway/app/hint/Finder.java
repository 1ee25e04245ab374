package io.tagginggateway.app.hint;

import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TagStore;
import io.tagginggateway.core.tag.TaggedResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Looks for what a list did not find. Every search is bounded in how much it looks at, whatever is
 * stored. No call blocks.
 */
final class Finder {
  /** Partitions that are looked into for one resource. */
  static final int MAX_PARTITIONS = 64;

  /** Resources of a partition that are looked at for a nearer id or key. */
  static final int SAMPLE = 200;

  private final TagStore store;

  Finder(TagStore store) {
    this.store = store;
  }

  /** Where a resource is and what is stored of it. */
  record Found(Partition partition, StoredResource resource) {}

  /** The resource in this partition, if it is there. */
  CompletionStage<Optional<StoredResource>> here(Partition partition, String id) {
    return store.find(partition, id);
  }

  /** Everything that is stored, by partition: the nearest to {@code wanted} first. */
  CompletionStage<List<Map.Entry<Partition, TagStore.Size>>> partitions(Partition wanted) {
    return store
        .sizes()
        .thenApply(
            sizes -> {
              List<Map.Entry<Partition, TagStore.Size>> all = new ArrayList<>(sizes.entrySet());
              all.removeIf(entry -> entry.getKey().equals(wanted));
              all.sort(
                  Comparator.comparingInt(
                          (Map.Entry<Partition, TagStore.Size> entry) ->
                              distance(wanted, entry.getKey()))
                      .thenComparing(entry -> entry.getKey().toString()));
              return all;
            });
  }

  /**
   * Another region is nearer than another type, that than another product, that than an account.
   */
  private static int distance(Partition wanted, Partition other) {
    return (wanted.account().equals(other.account()) ? 0 : 8)
        + (wanted.product().equals(other.product()) ? 0 : 4)
        + (wanted.type().equals(other.type()) ? 0 : 2)
        + (wanted.region().equals(other.region()) ? 0 : 1);
  }

  /** Where else a resource of this id is, in the first of these partitions. */
  CompletionStage<Optional<Found>> elsewhere(
      List<Map.Entry<Partition, TagStore.Size>> partitions, String id) {
    return elsewhere(partitions, id, 0);
  }

  private CompletionStage<Optional<Found>> elsewhere(
      List<Map.Entry<Partition, TagStore.Size>> partitions, String id, int from) {
    for (int i = from; i < Math.min(partitions.size(), MAX_PARTITIONS); i++) {
      Partition partition = partitions.get(i).getKey();
      CompletableFuture<Optional<StoredResource>> found =
          store.find(partition, id).toCompletableFuture();
      if (!found.isDone()) {
        int next = i + 1;
        return found.thenCompose(
            resource ->
                resource.isPresent()
                    ? CompletableFuture.completedFuture(of(partition, resource))
                    : elsewhere(partitions, id, next));
      }
      if (found.join().isPresent()) {
        return CompletableFuture.completedFuture(of(partition, found.join()));
      }
    }
    return CompletableFuture.completedFuture(Optional.empty());
  }

  private static Optional<Found> of(Partition partition, Optional<StoredResource> resource) {
    return resource.map(present -> new Found(partition, present));
  }

  /** One resource that satisfies these filters, if there is one. */
  CompletionStage<Optional<TaggedResource>> any(Partition partition, List<TagFilter> filters) {
    PageLimit one = new PageLimit(1, PageLimit.Unit.RESOURCES);
    return store
        .list(partition, new TagQuery(List.of(), filters, one, null))
        .thenApply(page -> page.resources().stream().findFirst());
  }

  /** Some resources of a partition, its first ones. */
  CompletionStage<List<TaggedResource>> some(Partition partition, int most) {
    PageLimit few = new PageLimit(most, PageLimit.Unit.RESOURCES);
    return store
        .list(partition, new TagQuery(List.of(), List.of(), few, null))
        .thenApply(page -> page.resources());
  }
}

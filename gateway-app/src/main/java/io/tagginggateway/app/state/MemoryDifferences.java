package io.tagginggateway.app.state;

import io.tagginggateway.core.state.StateDifferences;
import io.tagginggateway.core.state.StateDifferences.Difference;
import io.tagginggateway.core.store.MemoryTagStore;
import io.tagginggateway.core.tag.Exports;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what tags are otherwise than they were. Holds what it finds, not what it compares. */
final class MemoryDifferences {
  private static final Comparator<Partition> ORDER =
      Comparator.comparing(Partition::account)
          .thenComparing(Partition::product)
          .thenComparing(Partition::region)
          .thenComparing(Partition::type);

  private final MemoryTagStore before;
  private final MemoryTagStore now;
  private final int max;
  private final List<Difference> first = new ArrayList<>();
  private long count;

  private MemoryDifferences(MemoryTagStore before, MemoryTagStore now, int max) {
    this.before = before;
    this.now = now;
    this.max = max;
  }

  static StateDifferences of(MemoryTagStore before, MemoryTagStore now, int max) {
    MemoryDifferences found = new MemoryDifferences(before, now, max);
    TreeSet<Partition> partitions = new TreeSet<>(ORDER);
    partitions.addAll(before.sizes().join().keySet());
    partitions.addAll(now.sizes().join().keySet());
    partitions.forEach(found::compare);
    return new StateDifferences(found.count, List.copyOf(found.first));
  }

  private void compare(Partition partition) {
    Exports.forEach(
        now,
        partition,
        resource -> {
          StoredResource old = find(before, partition, resource);
          if (old == null || !tags(old).equals(tags(resource))) {
            add(new Difference(partition, old, resource));
          }
        });
    Exports.forEach(
        before,
        partition,
        resource -> {
          if (find(now, partition, resource) == null) {
            add(new Difference(partition, resource, null));
          }
        });
  }

  private void add(Difference difference) {
    count++;
    if (first.size() < max) {
      first.add(difference);
    }
  }

  private static @Nullable StoredResource find(
      MemoryTagStore store, Partition partition, StoredResource resource) {
    return store.find(partition, resource.id()).toCompletableFuture().join().orElse(null);
  }

  private static Set<Tag> tags(StoredResource resource) {
    Set<Tag> tags = new HashSet<>(resource.tags());
    tags.addAll(resource.systemTags());
    return tags;
  }
}

package io.tagginggateway.core.store;

import io.tagginggateway.core.tag.ChangeResult;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TagStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all tags in memory: an immutable {@link Snapshot} per partition. A reader takes the one
 * that stands there and is done; writers of one partition take turns.
 */
public final class MemoryTagStore implements TagStore {
  private final ConcurrentHashMap<Partition, Snapshot> snapshots;

  /** An empty store. */
  public MemoryTagStore() {
    this(new ConcurrentHashMap<>());
  }

  private MemoryTagStore(ConcurrentHashMap<Partition, Snapshot> snapshots) {
    this.snapshots = snapshots;
  }

  /** A store with the same content, which then goes its own way; costs nothing per resource. */
  public MemoryTagStore copy() {
    return new MemoryTagStore(new ConcurrentHashMap<>(snapshots));
  }

  /**
   * Gives an account everything that another one has in another store, and nothing else; costs
   * nothing per resource. The two then go their own ways.
   */
  public void copyAccount(MemoryTagStore from, String fromAccount, String toAccount) {
    removeAccount(toAccount);
    from.snapshots.forEach(
        (partition, snapshot) -> {
          if (partition.account().equals(fromAccount)) {
            snapshots.put(
                new Partition(toAccount, partition.product(), partition.region(), partition.type()),
                snapshot);
          }
        });
  }

  /** Forgets everything of an account. */
  public void removeAccount(String account) {
    snapshots.keySet().removeIf(partition -> partition.account().equals(account));
  }

  @Override
  public Page list(Partition partition, TagQuery query) {
    return Matcher.page(snapshot(partition), query);
  }

  @Override
  public ChangeResult change(Partition partition, TagChange change, ChangeRules rules) {
    ChangeResult[] result = {ChangeResult.APPLIED};
    snapshots.compute(
        partition,
        (key, before) -> {
          Edit edit = new Edit(before == null ? Snapshot.EMPTY : before);
          result[0] = edit.apply(change, rules);
          return result[0] == ChangeResult.APPLIED ? orNull(edit.after()) : before;
        });
    return result[0];
  }

  @Override
  public void put(Partition partition, List<StoredResource> resources) {
    snapshots.compute(
        partition,
        (key, before) -> {
          Edit edit = new Edit(before == null ? Snapshot.EMPTY : before);
          resources.forEach(edit::put);
          return orNull(edit.after());
        });
  }

  @Override
  public Set<Partition> partitions() {
    return Set.copyOf(snapshots.keySet());
  }

  @Override
  public void forEach(Partition partition, Consumer<StoredResource> action) {
    Snapshot snapshot = snapshot(partition);
    for (int ordinal = 0; ordinal < snapshot.end(); ordinal++) {
      Resource resource = snapshot.ordinals().get(ordinal);
      if (resource != null) {
        action.accept(resource.stored());
      }
    }
  }

  /** Whether a resource is there, with or without tags. */
  public boolean contains(Partition partition, String resourceId) {
    return snapshot(partition).ids().get(resourceId) != null;
  }

  @Override
  public Size size(Partition partition) {
    return snapshot(partition).size();
  }

  private Snapshot snapshot(Partition partition) {
    return snapshots.getOrDefault(partition, Snapshot.EMPTY);
  }

  /** An empty partition leaves nothing behind. */
  private static @Nullable Snapshot orNull(Snapshot snapshot) {
    return snapshot.size().resources() == 0 ? null : snapshot;
  }
}

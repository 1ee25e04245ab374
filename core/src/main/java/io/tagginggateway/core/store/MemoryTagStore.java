package io.tagginggateway.core.store;

import io.tagginggateway.core.tag.ChangeResult;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.ForeignCursorException;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TagStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all tags in memory: an immutable {@link Snapshot} per partition. Thread-safe and
 * linearizable: a reader uses the current snapshot without locking; writers of one partition run
 * one after the other. Every stage is complete when it is returned, but that of an export whose
 * sink is slow.
 */
public final class MemoryTagStore implements TagStore {
  private final ConcurrentHashMap<Partition, Snapshot> snapshots;
  private final AtomicLong bytes;
  private volatile StoreBound bound = StoreBound.NONE;

  /** An empty store. */
  public MemoryTagStore() {
    this(new ConcurrentHashMap<>(), 0);
  }

  private MemoryTagStore(ConcurrentHashMap<Partition, Snapshot> snapshots, long bytes) {
    this.snapshots = snapshots;
    this.bytes = new AtomicLong(bytes);
  }

  /** About how many bytes it holds, but for what it shares with other stores and accounts. */
  public long bytes() {
    return bytes.get();
  }

  /** From now on refuses changes that make it hold more; copies of it have a bound of their own. */
  public void bound(StoreBound bound) {
    this.bound = bound;
  }

  /** An independent copy of this store; costs nothing per resource. */
  public MemoryTagStore copy() {
    return new MemoryTagStore(new ConcurrentHashMap<>(snapshots), bytes.get());
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
            snapshots.put(partition.ofAccount(toAccount), snapshot.shared());
          }
        });
  }

  /** Forgets everything of an account. */
  public void removeAccount(String account) {
    for (Partition partition : snapshots.keySet()) {
      if (partition.account().equals(account)) {
        bytes.addAndGet(-size(snapshots.remove(partition)));
      }
    }
  }

  @Override
  public CompletableFuture<Page> list(Partition partition, TagQuery query) {
    try {
      return CompletableFuture.completedFuture(Matcher.page(snapshot(partition), query));
    } catch (ForeignCursorException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public CompletableFuture<ChangeResult> change(
      Partition partition, TagChange change, ChangeRules rules) {
    ChangeResult[] result = {ChangeResult.APPLIED};
    snapshots.compute(
        partition,
        (key, before) -> {
          Edit edit = new Edit(before == null ? Snapshot.EMPTY : before);
          result[0] = edit.apply(change, rules);
          return result[0] == ChangeResult.APPLIED ? taken(before, edit.after(), result) : before;
        });
    return CompletableFuture.completedFuture(result[0]);
  }

  @Override
  public CompletableFuture<Void> put(Partition partition, List<StoredResource> resources) {
    snapshots.compute(
        partition,
        (key, before) -> {
          Edit edit = new Edit(before == null ? Snapshot.EMPTY : before);
          resources.forEach(edit::put);
          bytes.addAndGet(edit.after().bytes() - size(before));
          return orNull(edit.after());
        });
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Optional<StoredResource>> find(Partition partition, String resourceId) {
    Resource found = snapshot(partition).ids().get(resourceId);
    return CompletableFuture.completedFuture(Optional.ofNullable(found).map(Resource::stored));
  }

  /** Whether a resource is there, with or without tags. */
  public boolean contains(Partition partition, String resourceId) {
    return snapshot(partition).ids().get(resourceId) != null;
  }

  @Override
  public CompletableFuture<Map<Partition, Size>> sizes() {
    Map<Partition, Size> sizes = new HashMap<>();
    snapshots.forEach((partition, snapshot) -> sizes.put(partition, snapshot.size()));
    return CompletableFuture.completedFuture(sizes);
  }

  @Override
  public CompletableFuture<Void> export(Partition partition, Sink sink) {
    return new SnapshotExport(snapshot(partition), sink).from(0);
  }

  private Snapshot snapshot(Partition partition) {
    return snapshots.getOrDefault(partition, Snapshot.EMPTY);
  }

  private @Nullable Snapshot taken(
      @Nullable Snapshot before, Snapshot after, ChangeResult[] result) {
    long more = after.bytes() - size(before);
    if (!bound.admits(bytes.get(), more)) {
      result[0] = ChangeResult.FULL;
      return before;
    }
    bytes.addAndGet(more);
    return orNull(after);
  }

  private static long size(@Nullable Snapshot snapshot) {
    return snapshot == null ? 0 : snapshot.bytes();
  }

  /** An empty partition is not kept. */
  private static @Nullable Snapshot orNull(Snapshot snapshot) {
    return snapshot.size().resources() == 0 ? null : snapshot;
  }
}

package io.tagginggateway.core.store;

import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.TagStore.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Hands a snapshot's resources to a sink, as fast as it takes them. */
final class SnapshotExport {
  private static final int BATCH = 500;

  private final Snapshot snapshot;
  private final Sink sink;

  SnapshotExport(Snapshot snapshot, Sink sink) {
    this.snapshot = snapshot;
    this.sink = sink;
  }

  /** Goes on in a loop while the sink is fast, so that the stack does not grow. */
  CompletableFuture<Void> from(int ordinal) {
    int next = ordinal;
    while (next < snapshot.end()) {
      List<StoredResource> batch = new ArrayList<>(BATCH);
      while (next < snapshot.end() && batch.size() < BATCH) {
        Resource resource = snapshot.ordinals().get(next++);
        if (resource != null) {
          batch.add(resource.stored());
        }
      }
      if (!batch.isEmpty()) {
        CompletableFuture<?> taken = sink.take(batch).toCompletableFuture();
        int rest = next;
        if (!taken.isDone() || taken.isCompletedExceptionally()) {
          return taken.thenCompose(done -> from(rest));
        }
      }
    }
    return CompletableFuture.completedFuture(null);
  }
}

package io.tagginggateway.app.hint;

import io.tagginggateway.core.tag.ChangeResult;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TagStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A store whose sizes cost a look at every row, as those of a database do: they are asked for once
 * a minute at most, and by one at a time. A hint may be of a minute ago. Thread-safe.
 */
final class RememberedSizes implements TagStore {
  private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final TagStore store;
  private @Nullable CompletableFuture<Map<Partition, Size>> sizes;
  private long asked;

  RememberedSizes(TagStore store) {
    this.store = store;
  }

  @Override
  public synchronized CompletionStage<Map<Partition, Size>> sizes() {
    long now = System.nanoTime();
    CompletableFuture<Map<Partition, Size>> known = sizes;
    if (known == null || (known.isDone() && now - asked > KEPT_NANOS)) {
      asked = now;
      known = store.sizes().toCompletableFuture();
      sizes = known;
    }
    return known;
  }

  @Override
  public CompletionStage<Page> list(Partition partition, TagQuery query) {
    return store.list(partition, query);
  }

  @Override
  public CompletionStage<ChangeResult> change(
      Partition partition, TagChange change, ChangeRules rules) {
    return store.change(partition, change, rules);
  }

  @Override
  public CompletionStage<Void> put(Partition partition, List<StoredResource> resources) {
    return store.put(partition, resources);
  }

  @Override
  public CompletionStage<Optional<StoredResource>> find(Partition partition, String resourceId) {
    return store.find(partition, resourceId);
  }

  @Override
  public CompletionStage<Void> export(Partition partition, Sink sink) {
    return store.export(partition, sink);
  }
}

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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A store that breaks one promise: its readers wait for writers. */
final class SynchronizedTagStore implements TagStore {
  private final TagStore store;

  SynchronizedTagStore(TagStore store) {
    this.store = store;
  }

  @Override
  public synchronized CompletionStage<Page> list(Partition partition, TagQuery query) {
    return store.list(partition, query);
  }

  @Override
  public synchronized CompletionStage<ChangeResult> change(
      Partition partition, TagChange change, ChangeRules rules) {
    return store.change(partition, change, rules);
  }

  @Override
  public synchronized CompletionStage<Void> put(
      Partition partition, List<StoredResource> resources) {
    return store.put(partition, resources);
  }

  @Override
  public synchronized CompletionStage<Optional<StoredResource>> find(
      Partition partition, String resourceId) {
    return store.find(partition, resourceId);
  }

  @Override
  public synchronized CompletionStage<Map<Partition, Size>> sizes() {
    return store.sizes();
  }

  @Override
  public synchronized CompletionStage<Void> export(Partition partition, Sink sink) {
    return store.export(partition, sink);
  }
}

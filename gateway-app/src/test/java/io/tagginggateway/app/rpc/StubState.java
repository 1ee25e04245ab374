package io.tagginggateway.app.rpc;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.resource.ResourceStore;
import io.tagginggateway.core.state.GuestLimits;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.store.MemoryResourceStore;
import io.tagginggateway.core.store.MemoryTagStore;
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
import java.util.function.Supplier;

/** A state whose lists are a test's; all else is empty, and sound. */
record StubState(Supplier<CompletionStage<Page>> pages) implements State, TagStore {
  private static final MemoryTagStore REST = new MemoryTagStore();

  @Override
  public TagStore tags() {
    return this;
  }

  @Override
  public CompletionStage<Page> list(Partition partition, TagQuery query) {
    return pages.get();
  }

  @Override
  public CompletionStage<ChangeResult> change(
      Partition partition, TagChange change, ChangeRules rules) {
    return CompletableFuture.completedFuture(ChangeResult.APPLIED);
  }

  @Override
  public CompletionStage<Void> put(Partition partition, List<StoredResource> resources) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Optional<StoredResource>> find(Partition partition, String resourceId) {
    return REST.find(partition, resourceId);
  }

  @Override
  public CompletionStage<Map<Partition, Size>> sizes() {
    return REST.sizes();
  }

  @Override
  public CompletionStage<Void> export(Partition partition, Sink sink) {
    return REST.export(partition, sink);
  }

  @Override
  public CompletionStage<Optional<AccessKey>> find(String accessKeyId) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  @Override
  public CompletionStage<List<String>> declaredAccounts() {
    return CompletableFuture.completedFuture(List.of());
  }

  @Override
  public CompletionStage<List<AccessKey>> declaredKeys() {
    return CompletableFuture.completedFuture(List.of());
  }

  @Override
  public CompletionStage<Boolean> admitGuest(String account, GuestLimits limits, long nowMillis) {
    return CompletableFuture.completedFuture(true);
  }

  @Override
  public ResourceStore resources() {
    return new MemoryResourceStore();
  }

  @Override
  public CompletionStage<Void> issue(AccessKey key) {
    return CompletableFuture.completedFuture(null);
  }
}

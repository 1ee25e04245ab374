package io.tagginggateway.core.testing;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.resource.ResourceStore;
import io.tagginggateway.core.state.GuestLimits;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.store.MemoryResourceStore;
import io.tagginggateway.core.tag.TagStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stores as a state, with the keys that were issued and no others.
 *
 * @param tags the tags
 * @param resources what was created
 * @param keys the keys by id
 */
public record PlainState(TagStore tags, ResourceStore resources, Map<String, AccessKey> keys)
    implements State {

  /** Nothing was created yet. */
  public static PlainState over(TagStore tags) {
    return new PlainState(tags, new MemoryResourceStore(), new ConcurrentHashMap<>());
  }

  @Override
  public CompletableFuture<Void> issue(AccessKey key) {
    keys.put(key.id(), key);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Optional<AccessKey>> find(String accessKeyId) {
    return CompletableFuture.completedFuture(Optional.ofNullable(keys.get(accessKeyId)));
  }

  @Override
  public CompletableFuture<List<String>> declaredAccounts() {
    return CompletableFuture.completedFuture(List.of());
  }

  @Override
  public CompletableFuture<List<AccessKey>> declaredKeys() {
    return CompletableFuture.completedFuture(List.copyOf(keys.values()));
  }

  @Override
  public CompletableFuture<Boolean> admitGuest(String account, GuestLimits limits, long nowMillis) {
    return CompletableFuture.completedFuture(false);
  }
}

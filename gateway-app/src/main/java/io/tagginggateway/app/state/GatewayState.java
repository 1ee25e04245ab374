package io.tagginggateway.app.state;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.resource.ResourceRecord;
import io.tagginggateway.core.state.GuestLimits;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.store.MemoryResourceStore;
import io.tagginggateway.core.store.MemoryTagStore;
import io.tagginggateway.core.tag.Exports;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Everything that requests see and change. A load builds a new one aside and puts it in the place
 * of the old one when it is whole.
 */
public final class GatewayState implements State {
  private final Contents store;
  private final Contents fixtures;
  private final List<String> accounts;
  private final Map<String, AccessKey> accessKeys;
  private final GuestAccounts guests;
  private final IssuedKeys issued;

  /**
   * A state with this content.
   *
   * @param store the tags; changes with every TagResources from now on
   * @param accounts the declared accounts, in the order of their declaration
   * @param accessKeys the declared keys by id
   */
  public GatewayState(
      MemoryTagStore store, List<String> accounts, Map<String, AccessKey> accessKeys) {
    this(store, new MemoryResourceStore(), accounts, accessKeys);
  }

  /**
   * A state with this content.
   *
   * @param resources what was created, without its tags
   */
  public GatewayState(
      MemoryTagStore store,
      MemoryResourceStore resources,
      List<String> accounts,
      Map<String, AccessKey> accessKeys) {
    this(new Contents(store, resources), accounts, accessKeys);
  }

  private GatewayState(Contents store, List<String> accounts, Map<String, AccessKey> accessKeys) {
    this(store, store.copy(), accounts, accessKeys);
  }

  private GatewayState(
      Contents store, Contents fixtures, List<String> accounts, Map<String, AccessKey> accessKeys) {
    this(
        store,
        fixtures,
        accounts,
        accessKeys,
        new GuestAccounts(store, fixtures, accounts),
        new IssuedKeys());
  }

  private GatewayState(
      Contents store,
      Contents fixtures,
      List<String> accounts,
      Map<String, AccessKey> accessKeys,
      GuestAccounts guests,
      IssuedKeys issued) {
    this.store = store;
    this.fixtures = fixtures;
    this.accounts = accounts;
    this.accessKeys = accessKeys;
    this.guests = guests;
    this.issued = issued;
  }

  /** Nothing at all. */
  public static GatewayState empty() {
    return new GatewayState(new MemoryTagStore(), List.of(), Map.of());
  }

  /** The same content, which then goes its own way. */
  public GatewayState copy() {
    return new GatewayState(store.copy(), fixtures.copy(), accounts, accessKeys);
  }

  /**
   * This state with more in it, which also counts as loaded from now on. A resource or an access
   * key that is in both is as {@code more} says. Callers lose nothing that they write meanwhile:
   * the tags are the same as this state's, and each partition changes at once.
   */
  GatewayState with(GatewayState more) {
    Set<String> allAccounts = new LinkedHashSet<>(accounts);
    allAccounts.addAll(more.accounts);
    Map<String, AccessKey> allKeys = new LinkedHashMap<>(accessKeys);
    allKeys.putAll(more.accessKeys);
    guests.declare(more.accounts);
    for (Partition partition : more.store.tags().sizes().join().keySet()) {
      List<StoredResource> resources = new ArrayList<>();
      Exports.forEach(more.store.tags(), partition, resources::add);
      store.tags().put(partition, resources).join();
      fixtures.tags().put(partition, resources).join();
    }
    for (Partition partition : more.store.resources().partitions().join()) {
      for (ResourceRecord record : more.store.resources().list(partition).join()) {
        store.resources().put(partition, record).join();
        fixtures.resources().put(partition, record).join();
      }
    }
    return new GatewayState(
        store,
        fixtures,
        List.copyOf(allAccounts),
        Collections.unmodifiableMap(allKeys),
        guests,
        issued);
  }

  /** The tags. */
  public MemoryTagStore store() {
    return store.tags();
  }

  @Override
  public MemoryTagStore tags() {
    return store.tags();
  }

  @Override
  public MemoryResourceStore resources() {
    return store.resources();
  }

  @Override
  public CompletableFuture<Void> issue(AccessKey key) {
    issued.add(key);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<List<String>> declaredAccounts() {
    return CompletableFuture.completedFuture(accounts);
  }

  @Override
  public CompletableFuture<List<AccessKey>> declaredKeys() {
    return CompletableFuture.completedFuture(List.copyOf(accessKeys.values()));
  }

  /** The declared accounts, in the order of their declaration. */
  public List<String> accounts() {
    return accounts;
  }

  /** The declared keys by id. */
  public Map<String, AccessKey> accessKeys() {
    return accessKeys;
  }

  @Override
  public CompletableFuture<Boolean> admitGuest(String account, GuestLimits limits, long nowMillis) {
    return CompletableFuture.completedFuture(guests.admit(account, limits, nowMillis));
  }

  @Override
  public CompletableFuture<Optional<AccessKey>> find(String accessKeyId) {
    AccessKey declared = accessKeys.get(accessKeyId);
    return CompletableFuture.completedFuture(
        Optional.ofNullable(declared == null ? issued.find(accessKeyId) : declared));
  }
}

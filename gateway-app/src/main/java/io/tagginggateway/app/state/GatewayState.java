package io.tagginggateway.app.state;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.auth.AccessKeys;
import io.tagginggateway.core.store.MemoryTagStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that requests see and change. A load builds a new one aside and puts it in the place
 * of the old one when it is whole.
 */
public final class GatewayState implements AccessKeys {
  private final MemoryTagStore store;
  private final MemoryTagStore fixtures;
  private final List<String> accounts;
  private final Map<String, AccessKey> accessKeys;
  private final GuestAccounts guests;

  /**
   * A state with this content.
   *
   * @param store the tags; changes with every TagResources from now on
   * @param accounts the declared accounts, in the order of their declaration
   * @param accessKeys the declared keys by id
   */
  public GatewayState(
      MemoryTagStore store, List<String> accounts, Map<String, AccessKey> accessKeys) {
    this(store, store.copy(), accounts, accessKeys);
  }

  private GatewayState(
      MemoryTagStore store,
      MemoryTagStore fixtures,
      List<String> accounts,
      Map<String, AccessKey> accessKeys) {
    this.store = store;
    this.fixtures = fixtures;
    this.accounts = accounts;
    this.accessKeys = accessKeys;
    this.guests = new GuestAccounts(store, fixtures, Set.copyOf(accounts));
  }

  /** Nothing at all. */
  public static GatewayState empty() {
    return new GatewayState(new MemoryTagStore(), List.of(), Map.of());
  }

  /** The same content, which then goes its own way. */
  public GatewayState copy() {
    return new GatewayState(store.copy(), fixtures.copy(), accounts, accessKeys);
  }

  /** What it was loaded with, before any caller changed it, as a state of its own. */
  public GatewayState asLoaded() {
    return new GatewayState(fixtures.copy(), accounts, accessKeys);
  }

  /** The tags. */
  public MemoryTagStore store() {
    return store;
  }

  /** The declared accounts, in the order of their declaration. */
  public List<String> accounts() {
    return accounts;
  }

  /** The declared keys by id. */
  public Map<String, AccessKey> accessKeys() {
    return accessKeys;
  }

  /**
   * Makes sure that the account of an undeclared key is there; false if there is no room for it.
   */
  public boolean admitGuest(String account, GuestLimits limits, long nowMillis) {
    return guests.admit(account, limits, nowMillis);
  }

  @Override
  public @Nullable AccessKey find(String accessKeyId) {
    return accessKeys.get(accessKeyId);
  }
}

package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.state.FaultStore.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway knows of what all share, as it was at one version. What it learns besides, and
 * what holds as long as the version does, it keeps here too, so that it goes with it. Thread-safe.
 */
final class SharedCopy {
  /** About 1 KiB each. Chosen. */
  private static final int MAX_ISSUED = 10_000;

  private final long version;
  private final List<String> accounts;
  private final Set<String> accountSet;
  private final Map<String, AccessKey> keys;
  private final boolean anyIssued;
  private final Map<String, AccessKey> issued = new ConcurrentHashMap<>();

  /** Isolated accounts that are there, and the time of their use that the store knows. */
  private final Map<String, Long> guests = new ConcurrentHashMap<>();

  private volatile List<Counted> armed;

  /**
   * A copy.
   *
   * @param keys the declared keys by id, in the order of their declaration
   * @param anyIssued whether there may be temporary keys
   */
  SharedCopy(
      long version,
      List<String> accounts,
      Map<String, AccessKey> keys,
      boolean anyIssued,
      List<Counted> armed) {
    this.version = version;
    this.accounts = List.copyOf(accounts);
    this.accountSet = Set.copyOf(accounts);
    this.keys = keys;
    this.anyIssued = anyIssued;
    this.armed = List.copyOf(armed);
  }

  long version() {
    return version;
  }

  List<String> accounts() {
    return accounts;
  }

  boolean isDeclared(String account) {
    return accountSet.contains(account);
  }

  List<AccessKey> keys() {
    return new ArrayList<>(keys.values());
  }

  @Nullable AccessKey key(String id) {
    AccessKey declared = keys.get(id);
    return declared == null ? issued.get(id) : declared;
  }

  boolean anyIssued() {
    return anyIssued;
  }

  /** Temporary keys never change; they go only with the whole state, and so with this copy. */
  void learn(AccessKey key) {
    if (issued.size() >= MAX_ISSUED) {
      issued.clear();
    }
    issued.put(key.id(), key);
  }

  List<Counted> armed() {
    return armed;
  }

  /** A fault that is used up is so for ever. */
  synchronized void usedUp(String fault) {
    armed = armed.stream().filter(counted -> !counted.id().equals(fault)).toList();
  }

  /** When an isolated account that is there was used last, as the store knows; else null. */
  @Nullable Long guest(String account) {
    return guests.get(account);
  }

  void guestUsed(String account, long now) {
    guests.put(account, now);
  }
}

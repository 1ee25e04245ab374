package io.tagginggateway.app.state;

import io.tagginggateway.core.state.GuestLimits;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The accounts that undeclared keys have of their own in one state: each starts from a copy of the
 * default account's fixtures, and their number is bounded. Any thread may ask.
 *
 * <p>When there are as many as may be, the one that was used least recently makes room, if nobody
 * used it for the idle time; if all are younger, a new key is refused, so that no test suite loses
 * its tags in the middle of a run. Chosen.
 */
final class GuestAccounts {
  private final Contents store;
  private final Contents fixtures;
  private final Set<String> declared = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicLong> lastUse = new ConcurrentHashMap<>();

  /**
   * No guests yet.
   *
   * @param store where guests live
   * @param fixtures what the state was loaded with
   * @param declared accounts that no guest takes over: a key of that name sees the account as it is
   */
  GuestAccounts(Contents store, Contents fixtures, Collection<String> declared) {
    this.store = store;
    this.fixtures = fixtures;
    this.declared.addAll(declared);
  }

  /** Makes sure that the account is there, and notes its use; false if there is no room for it. */
  boolean admit(String account, GuestLimits limits, long nowMillis) {
    AtomicLong use = lastUse.get(account);
    if (use == null) {
      return declared.contains(account) || create(account, limits, nowMillis);
    }
    use.setPlain(nowMillis);
    return true;
  }

  /** What was a guest's until now stays, and is declared. */
  synchronized void declare(Collection<String> accounts) {
    declared.addAll(accounts);
    lastUse.keySet().removeAll(Set.copyOf(accounts));
  }

  private synchronized boolean create(String account, GuestLimits limits, long nowMillis) {
    if (declared.contains(account) || lastUse.containsKey(account)) {
      return true;
    }
    if (lastUse.size() >= limits.max() && !evict(nowMillis - limits.idle().toMillis())) {
      return false;
    }
    store.copyAccount(fixtures, limits.template(), account);
    lastUse.put(account, new AtomicLong(nowMillis));
    return true;
  }

  private boolean evict(long unusedSince) {
    Map.Entry<String, AtomicLong> oldest =
        lastUse.entrySet().stream()
            .min(Comparator.comparingLong(entry -> entry.getValue().get()))
            .orElse(null);
    if (oldest == null || oldest.getValue().get() > unusedSince) {
      return false;
    }
    lastUse.remove(oldest.getKey());
    store.removeAccount(oldest.getKey());
    return true;
  }
}

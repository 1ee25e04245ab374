package io.tagginggateway.core.auth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The nonces of one access key, by the second until which they count. Not thread-safe.
 *
 * <p>Each call does a bounded piece of the work, so that no request pays for all the others.
 */
final class KeyNonces {
  private static final int AT_ONCE = 64;

  private final Map<NonceHash, Second> byNonce = new HashMap<>();
  private final TreeMap<Long, Second> seconds = new TreeMap<>();
  private long size;
  private long lastUntil = Long.MIN_VALUE;

  /** The latest signing time among the nonces that were forgotten before they expired. */
  private long forgottenUpTo = Long.MIN_VALUE;

  /** The nonces that count until the same second. */
  private static final class Second {
    private final long until;
    private final List<NonceHash> nonces = new ArrayList<>(1);
    private long latestSigned = Long.MIN_VALUE;

    private Second(long until) {
      this.until = until;
    }
  }

  /** Whether a nonce is known, and still counts. */
  boolean isUsed(NonceHash nonce, long now) {
    Second second = byNonce.get(nonce);
    return second != null && second.until >= now;
  }

  /** Whether a request of this time may be one whose nonce was forgotten. */
  boolean mayHaveForgotten(long signedAt) {
    return signedAt <= forgottenUpTo;
  }

  void add(NonceHash nonce, long signedAt, long until) {
    long end = -Math.floorDiv(-until, 1000L) * 1000;
    Second second = seconds.computeIfAbsent(end, Second::new);
    second.nonces.add(nonce);
    second.latestSigned = Math.max(second.latestSigned, signedAt);
    byNonce.put(nonce, second);
    lastUntil = Math.max(lastUntil, end);
    size++;
  }

  /** Drops some of those that do not count any more, and tells how many. */
  int dropDue(long now) {
    return seconds.isEmpty() || seconds.firstKey() >= now ? 0 : dropSome();
  }

  /** Whether all that would be forgotten next was signed before this time. */
  boolean oldestIsBefore(long signedAt) {
    return !seconds.isEmpty() && seconds.firstEntry().getValue().latestSigned < signedAt;
  }

  /** Forgets some of those that count for the shortest time, and tells how many. */
  int forgetOldest() {
    forgottenUpTo = Math.max(forgottenUpTo, seconds.firstEntry().getValue().latestSigned);
    return dropSome();
  }

  private int dropSome() {
    Second oldest = seconds.firstEntry().getValue();
    int dropped = 0;
    while (dropped < AT_ONCE && !oldest.nonces.isEmpty()) {
      // A nonce that was due may be there again, in a later second.
      byNonce.remove(oldest.nonces.remove(oldest.nonces.size() - 1), oldest);
      dropped++;
    }
    if (oldest.nonces.isEmpty()) {
      seconds.pollFirstEntry();
    }
    size -= dropped;
    return dropped;
  }

  /** Whether nothing of it counts any more. */
  boolean isDue(long now) {
    return lastUntil < now;
  }

  /** How many it holds. */
  long size() {
    return size;
  }
}

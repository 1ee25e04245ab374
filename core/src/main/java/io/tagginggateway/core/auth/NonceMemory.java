package io.tagginggateway.core.auth;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which nonce each access key used, until the time when the request it came with is too
 * old to be sent again. Thread-safe.
 *
 * <p>Its memory is bounded in bytes. When it is full, the key that holds most of it forgets its
 * oldest nonces, and from then on every request of that key that was signed no later than a
 * forgotten one is refused: so no replay passes, and a key that floods costs no other key anything.
 * A key that uses more nonces in one second than fit is refused until the next. There is no
 * background thread: requests remove what has expired.
 */
public final class NonceMemory implements Nonces {
  /**
   * What one nonce takes at most: 24 bytes for each place of a table of which at least a quarter is
   * taken. Most often it is half that; while a table moves, the old one is there too.
   */
  static final long NONCE_BYTES = 96;

  /** What one access key takes: an id of the longest, and empty collections. */
  static final long KEY_BYTES = 1024;

  /** Some 2,800,000 nonces: 3,000 requests a second through the whole window. Chosen. */
  private static final long MOST_BYTES = 256L << 20;

  private static final int SHARE_OF_HEAP = 8;
  private static final long SWEEP_MILLIS = 1000;

  private final long maxBytes;
  private final Map<String, KeyNonces> byKey = new HashMap<>();
  private long nonces;
  private long lastSweep = Long.MIN_VALUE;

  /** One that takes at most an eighth of this process's heap. */
  public NonceMemory() {
    this(Math.min(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP, MOST_BYTES));
  }

  /**
   * One that takes at most {@code maxBytes}.
   *
   * @throws IllegalArgumentException if a single nonce does not fit
   */
  public NonceMemory(long maxBytes) {
    if (maxBytes < KEY_BYTES + NONCE_BYTES) {
      throw new IllegalArgumentException(
          "a nonce takes " + (KEY_BYTES + NONCE_BYTES) + " bytes, more than " + maxBytes);
    }
    this.maxBytes = maxBytes;
  }

  @Override
  public CompletableFuture<Outcome> remember(
      String accessKeyId, String nonce, long signedAt, long now, long until) {
    return CompletableFuture.completedFuture(rememberNow(accessKeyId, nonce, signedAt, now, until));
  }

  private Outcome rememberNow(
      String accessKeyId, String nonce, long signedAt, long now, long until) {
    NonceHash hash = NonceHash.of(nonce);
    synchronized (byKey) {
      sweep(now);
      KeyNonces key = byKey.get(accessKeyId);
      if (key != null) {
        nonces -= key.dropDue(now);
        if (key.isUsed(hash, now)) {
          return Outcome.USED;
        }
        if (key.mayHaveForgotten(signedAt)) {
          return Outcome.NO_ROOM;
        }
      }
      if (!makeRoom(key, signedAt)) {
        return Outcome.NO_ROOM;
      }
      byKey.computeIfAbsent(accessKeyId, id -> new KeyNonces()).add(hash, signedAt, until);
      nonces++;
      return Outcome.NEW;
    }
  }

  /** Makes the largest keys forget until one nonce more fits; false if that would not help. */
  private boolean makeRoom(@Nullable KeyNonces asking, long signedAt) {
    long wanted = NONCE_BYTES + (asking == null ? KEY_BYTES : 0);
    while (bytes() + wanted > maxBytes) {
      KeyNonces largest = largest();
      if (largest == null || (largest == asking && !largest.oldestIsBefore(signedAt))) {
        return false;
      }
      nonces -= largest.forgetOldest();
    }
    return true;
  }

  private @Nullable KeyNonces largest() {
    KeyNonces largest = null;
    for (KeyNonces key : byKey.values()) {
      if (key.size() > (largest == null ? 0 : largest.size())) {
        largest = key;
      }
    }
    return largest;
  }

  /** Drops the keys of which nothing counts any more; others drop theirs when they are used. */
  private void sweep(long now) {
    if (now >= lastSweep + SWEEP_MILLIS || lastSweep > now) {
      lastSweep = now;
      byKey
          .values()
          .removeIf(
              key -> {
                boolean due = key.isDue(now);
                nonces -= due ? key.size() : 0;
                return due;
              });
    }
  }

  /** How many nonces it holds. */
  long size() {
    synchronized (byKey) {
      return nonces;
    }
  }

  /** How many bytes it takes. */
  long bytes() {
    synchronized (byKey) {
      return nonces * NONCE_BYTES + byKey.size() * KEY_BYTES;
    }
  }
}

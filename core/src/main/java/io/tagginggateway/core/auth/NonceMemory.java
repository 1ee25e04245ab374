package io.tagginggateway.core.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which nonce each access key used, until the time when the request it came with is too
 * old to be sent again. Safe for any number of threads.
 *
 * <p>It never holds more than its capacity: when full, the nonce that came first is forgotten,
 * whatever its time, so that replaying a request is noticed for as many requests as fit. A nonce is
 * kept as a hash, and takes the same room however long it was. Nothing runs in the background: each
 * new nonce throws out a few that are due.
 */
public final class NonceMemory {
  /** Enough for 100 requests a second; takes about 11 MB when full. */
  public static final int DEFAULT_CAPACITY = 100_000;

  /** More than come in, so that it shrinks, and few, so that no request pays for all the others. */
  private static final int FORGOTTEN_AT_ONCE = 2;

  private final int capacity;
  private final Map<Key, Long> untilByKey = new LinkedHashMap<>();

  /** The first half of the nonce's SHA-256, which nobody can meet by trying. */
  private record Key(String accessKeyId, long high, long low) {}

  /** One of {@link #DEFAULT_CAPACITY}. */
  public NonceMemory() {
    this(DEFAULT_CAPACITY);
  }

  /**
   * One that holds at most {@code capacity} nonces.
   *
   * @throws IllegalArgumentException if that is less than one
   */
  public NonceMemory(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
    }
    this.capacity = capacity;
  }

  /**
   * Remembers a nonce.
   *
   * @param accessKeyId the key that used it; the same nonce of another key is another nonce
   * @param nonce the nonce
   * @param now the time, in milliseconds
   * @param until the last millisecond at which it still counts as used
   * @return whether it is new; of several threads that bring the same, one is told so
   */
  boolean remember(String accessKeyId, String nonce, long now, long until) {
    Key key = key(accessKeyId, nonce);
    synchronized (untilByKey) {
      Long known = untilByKey.get(key);
      if (known != null) {
        if (known >= now) {
          return false;
        }
        untilByKey.remove(key);
      }
      forget(now);
      untilByKey.put(key, until);
      return true;
    }
  }

  /** Nonces that are due may stand behind one that is not; they wait for it, at most a window. */
  private void forget(long now) {
    Iterator<Long> oldestFirst = untilByKey.values().iterator();
    for (int i = 0; i < FORGOTTEN_AT_ONCE && oldestFirst.hasNext(); i++) {
      if (oldestFirst.next() >= now && untilByKey.size() < capacity) {
        return;
      }
      oldestFirst.remove();
    }
  }

  int size() {
    synchronized (untilByKey) {
      return untilByKey.size();
    }
  }

  private static Key key(String accessKeyId, String nonce) {
    byte[] hash = Hashes.sha256().digest(nonce.getBytes(StandardCharsets.UTF_8));
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    return new Key(accessKeyId, bytes.getLong(), bytes.getLong());
  }
}

package io.tagginggateway.app.state;

import io.tagginggateway.core.auth.AccessKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Temporary keys. One whose token has ended is still known, so that its caller hears why it is
 * refused; beyond a number the oldest goes. Thread-safe.
 */
final class IssuedKeys {
  /** About 1 KiB each. Chosen. */
  static final int MAX = 10_000;

  private final Map<String, AccessKey> keys = new LinkedHashMap<>();

  synchronized void add(AccessKey key) {
    if (keys.size() >= MAX) {
      keys.remove(keys.keySet().iterator().next());
    }
    keys.put(key.id(), key);
  }

  synchronized @Nullable AccessKey find(String id) {
    return keys.get(id);
  }
}

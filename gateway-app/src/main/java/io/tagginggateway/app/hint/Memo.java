package io.tagginggateway.app.hint;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what was found for a mistake, since a client makes the same one again and again. Holds
 * a bounded number of short texts and forgets all when it is full. Thread-safe.
 */
final class Memo {
  private static final int MOST = 512;
  private static final int LONGEST = 128;

  private final Map<String, String> found = new ConcurrentHashMap<>();

  /** What was found, or is found now; an empty text is a result too. */
  String get(String mistake, Function<String, String> search) {
    String before = found.get(mistake);
    if (before != null) {
      return before;
    }
    String now = search.apply(mistake);
    if (mistake.length() <= LONGEST) {
      if (found.size() >= MOST) {
        found.clear();
      }
      found.put(mistake, now);
    }
    return now;
  }
}

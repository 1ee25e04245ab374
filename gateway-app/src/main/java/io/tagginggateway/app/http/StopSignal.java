package io.tagginggateway.app.http;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells answers that last as long as their clients like that the server stops, so that they end
 * themselves: a stop waits for every answer under way, up to its grace time. Thread-safe.
 */
public final class StopSignal {
  private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean given;

  /**
   * Runs {@code action} once, when the server begins to stop, or now if it has begun. The action
   * runs on any thread and must not block.
   *
   * @return forgets the action, for an answer that ended earlier
   */
  public Runnable onStop(Runnable action) {
    Runnable once =
        new Runnable() {
          @Override
          public void run() {
            action.run();
          }
        };
    waiting.add(once);
    if (given && waiting.remove(once)) {
      once.run();
    }
    return () -> waiting.remove(once);
  }

  void give() {
    given = true;
    Queue<Runnable> actions = new ArrayDeque<>(waiting);
    for (Runnable action : actions) {
      if (waiting.remove(action)) {
        action.run();
      }
    }
  }
}

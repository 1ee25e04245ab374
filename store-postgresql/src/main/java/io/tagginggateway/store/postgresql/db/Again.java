package io.tagginggateway.store.postgresql.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Makes a call again where another change came in its way, after a short pause.
 *
 * @param metrics count how often
 */
record Again(Vertx vertx, StatementMetrics metrics) {
  private static final int ATTEMPTS = 8;
  private static final int MAX_PAUSE_MILLIS = 20;

  /**
   * Makes a call.
   *
   * @param attempt the number of this one, from 1
   * @param end by {@link System#nanoTime}; nothing is begun again after it, when its caller has
   *     gone
   */
  <T> Future<T> attempt(int attempt, long end, Supplier<Future<T>> call) {
    return call.get()
        .recover(
            failure -> {
              if (!SqlFailures.isPassing(failure)
                  || attempt == ATTEMPTS
                  || System.nanoTime() - end > 0) {
                return Future.failedFuture(failure);
              }
              metrics.retried();
              long pause = ThreadLocalRandom.current().nextLong(1, 1 + MAX_PAUSE_MILLIS);
              return vertx.timer(pause).compose(fired -> attempt(attempt + 1, end, call));
            });
  }
}

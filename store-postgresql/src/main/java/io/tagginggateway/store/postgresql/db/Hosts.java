package io.tagginggateway.store.postgresql.db;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnectOptions;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds the server that takes writes. With one server there is nothing to find. With several, each
 * new connection first asks them in their order which of them is no standby, beginning with the one
 * that was found last. Thread-safe.
 */
final class Hosts implements Supplier<Future<SqlConnectOptions>> {
  private final Vertx vertx;
  private final List<Candidate> candidates;
  private volatile int last;

  Hosts(Vertx vertx, List<Candidate> candidates) {
    this.vertx = vertx;
    this.candidates = List.copyOf(candidates);
  }

  @Override
  public Future<SqlConnectOptions> get() {
    return afterEvents().compose(now -> found()).compose(found -> afterEvents().map(found));
  }

  /**
   * Completes once the event loop is done with the events that it is at. Netty finds the connection
   * of an event by its file descriptor: if one of these events closes a connection, and a new one
   * gets its descriptor, then the new one is given what was meant for the old one, and fails.
   */
  private Future<Void> afterEvents() {
    Promise<Void> next = Promise.promise();
    vertx.runOnContext(next::complete);
    return next.future();
  }

  private Future<SqlConnectOptions> found() {
    return candidates.size() == 1
        ? candidates.get(0).settled().map(options -> options)
        : from(last, 0);
  }

  private Future<SqlConnectOptions> from(int start, int tried) {
    int at = (start + tried) % candidates.size();
    return candidates
        .get(at)
        .takingWrites()
        .onSuccess(found -> last = at)
        .<SqlConnectOptions>map(found -> found)
        .recover(
            failure ->
                tried + 1 < candidates.size()
                    ? from(start, tried + 1)
                    : Future.failedFuture(failure));
  }
}

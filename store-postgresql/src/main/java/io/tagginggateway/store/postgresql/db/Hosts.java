package io.tagginggateway.store.postgresql.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnectOptions;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds the server that takes writes. With one server there is nothing to find. With several, each
 * new connection first asks them in their order which of them is no standby, beginning with the one
 * that was found last. Thread-safe.
 */
final class Hosts implements Supplier<Future<SqlConnectOptions>> {
  private final List<Candidate> candidates;
  private volatile int last;

  Hosts(List<Candidate> candidates) {
    this.candidates = List.copyOf(candidates);
  }

  @Override
  public Future<SqlConnectOptions> get() {
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

package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.tag.StoreUnavailableException;
import io.tagginggateway.store.postgresql.db.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this gateway's {@link SharedCopy} true, without a question to the database on each request.
 *
 * <p>While its lease lasts, whoever changes what is shared waits until this gateway has said that
 * it knows; when the lease has ended, here a little earlier than there, nothing is answered from
 * the copy before the lease is renewed and the copy is of the version that was found then. So a
 * change that was acknowledged anywhere is seen by every request that begins later, and a gateway
 * that died holds up a change for the length of its lease. Messages make it quick; nothing depends
 * on them. Thread-safe.
 */
final class Lease {
  /** Longer than a pause of a busy machine, and short enough to wait for. Chosen. */
  static final Duration LENGTH = Duration.ofSeconds(3);

  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
  private static final long LENGTH_NANOS = LENGTH.toNanos();

  private static final String RENEW =
      "INSERT INTO replica AS r (id, seen, lease) VALUES ($1, $2, clock_timestamp() + $3 * interval"
          + " '1 ms') ON CONFLICT (id) DO UPDATE SET seen = EXCLUDED.seen, lease = EXCLUDED.lease"
          + " RETURNING (SELECT version FROM shared), (SELECT asked FROM gathering)";
  private static final String ACKNOWLEDGE =
      "UPDATE replica SET seen = greatest(seen, $2) WHERE id = $1";
  private static final String BEHIND =
      "SELECT count(*) FROM replica WHERE seen < $2 AND lease > clock_timestamp() AND id <> $1";
  private static final String GATHERED =
      "UPDATE replica SET gathered = greatest(gathered, $2) WHERE id = $1";
  private static final String GATHERING =
      "SELECT count(*) FROM replica WHERE gathered < $2 AND lease > clock_timestamp() AND id <> $1";
  private static final String SWEEP =
      "DELETE FROM replica WHERE lease < clock_timestamp() - interval '1 hour'";
  private static final int FIRST_PAUSE_MILLIS = 2;
  private static final int MAX_PAUSE_MILLIS = 50;
  private static final int SWEEP_EVERY = 600;

  private final UUID id = UUID.randomUUID();
  private final Vertx vertx;
  private final Link link;
  private final CopyReader reader;
  private final long timer;
  private final long pollMillis = LENGTH.toMillis() / 3;
  private int renewals;

  private volatile @Nullable SharedCopy copy;

  /** By {@link System#nanoTime}, until when the copy may be used without a question. */
  private volatile long validUntil = System.nanoTime();

  private volatile @Nullable Supplier<CompletionStage<Void>> flush;
  private long gatheredUpTo;
  private @Nullable Future<SharedCopy> renewal;
  private @Nullable Future<SharedCopy> reading;

  Lease(Database database) {
    this.vertx = database.vertx();
    this.link = new Link(database, this::heard);
    this.reader = new CopyReader(link);
    this.timer = vertx.setPeriodic(pollMillis, now -> renew());
  }

  /** The copy, if it is known to be true; else null. Never waits. */
  @Nullable SharedCopy now() {
    SharedCopy known = copy;
    return known != null && System.nanoTime() - validUntil < 0 ? known : null;
  }

  /** The copy, made true first if that is not known. */
  CompletionStage<SharedCopy> copy() {
    SharedCopy known = now();
    return known != null ? CompletableFuture.completedFuture(known) : renew().toCompletionStage();
  }

  /**
   * Ends when every gateway knows of a change that was made here.
   *
   * @param version the version that it made, or null if it made none
   */
  Future<Void> known(@Nullable Long version) {
    if (version == null) {
      return Future.succeededFuture();
    }
    link.tell(Link.VERSION, version);
    return read(version).compose(read -> others(BEHIND, version, FIRST_PAUSE_MILLIS));
  }

  /** Waits until a statement counts no gateway that lives and has not followed. */
  private Future<Void> others(String behind, long number, int pause) {
    return link.run(behind, Tuple.of(id, number), rows -> rows.iterator().next().getLong(0))
        .compose(
            count ->
                count == 0
                    ? Future.succeededFuture()
                    : vertx
                        .timer(pause)
                        .compose(
                            fired ->
                                others(behind, number, Math.min(2 * pause, MAX_PAUSE_MILLIS))));
  }

  /** Ends when every other gateway has written down what it had. */
  Future<Void> gathered() {
    return link.run(
            "UPDATE gathering SET asked = asked + 1 RETURNING asked",
            Tuple.tuple(),
            rows -> rows.iterator().next().getLong(0))
        .compose(
            asked -> {
              link.tell(Link.GATHER, asked);
              return others(GATHERING, asked, FIRST_PAUSE_MILLIS);
            });
  }

  /** Tells what writes down what waits here. */
  void onGather(Supplier<CompletionStage<Void>> flush) {
    this.flush = flush;
  }

  private void gather(long asked) {
    Supplier<CompletionStage<Void>> mine = flush;
    synchronized (this) {
      if (asked <= gatheredUpTo) {
        return;
      }
    }
    Future.fromCompletionStage(mine == null ? CompletableFuture.completedFuture(null) : mine.get())
        .compose(done -> link.run(GATHERED, Tuple.of(id, asked), told -> told))
        .onSuccess(
            told -> {
              synchronized (this) {
                gatheredUpTo = Math.max(gatheredUpTo, asked);
              }
            })
        .onFailure(failure -> LOG.debug("What waits here is written down later", failure));
  }

  private synchronized Future<SharedCopy> renew() {
    Future<SharedCopy> underWay = renewal;
    if (underWay != null && !underWay.isComplete()) {
      return underWay;
    }
    long begin = System.nanoTime();
    SharedCopy known = copy;
    long seen = known == null ? 0 : known.version();
    Future<SharedCopy> made =
        link.run(RENEW, Tuple.of(id, seen, LENGTH.toMillis()), rows -> rows.iterator().next())
            .compose(
                row -> {
                  gather(row.getLong(1));
                  return read(row.getLong(0));
                })
            .onSuccess(read -> extend(begin + LENGTH_NANOS));
    renewal = made;
    if (++renewals % SWEEP_EVERY == 0) {
      link.run(SWEEP, Tuple.tuple(), done -> null);
    }
    return made;
  }

  private synchronized void extend(long until) {
    if (until - validUntil > 0) {
      validUntil = until;
    }
  }

  private void heard(String word, long number) {
    if (word.equals(Link.GATHER)) {
      gather(number);
    } else if (word.equals(Link.VERSION)) {
      read(number).onFailure(failure -> LOG.debug("Version {} was not read yet", number, failure));
    }
  }

  /** A copy of at least this version, which the others are told. */
  private synchronized Future<SharedCopy> read(long version) {
    SharedCopy known = copy;
    if (known != null && known.version() >= version) {
      return Future.succeededFuture(known);
    }
    Future<SharedCopy> underWay = reading;
    if (underWay != null && !underWay.isComplete()) {
      // It may have begun before the version was made.
      return underWay.compose(read -> read(version), failure -> read(version));
    }
    Future<SharedCopy> made = reader.read().map(this::take);
    reading = made;
    return made;
  }

  private synchronized SharedCopy take(SharedCopy read) {
    SharedCopy known = copy;
    if (known != null && known.version() >= read.version()) {
      return known;
    }
    copy = read;
    link.run(ACKNOWLEDGE, Tuple.of(id, read.version()), done -> null)
        .onFailure(failure -> LOG.debug("Version {} is told with the lease", read.version()));
    return read;
  }

  /** Gives the lease back, so that nobody waits for this gateway. */
  Future<Void> close() {
    vertx.cancelTimer(timer);
    synchronized (this) {
      validUntil = System.nanoTime() - LENGTH_NANOS;
      copy = null;
    }
    return link.run("DELETE FROM replica WHERE id = $1", Tuple.of(id), done -> (Void) null)
        .recover(
            failure ->
                failure instanceof StoreUnavailableException
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure))
        .eventually(link::close);
  }
}

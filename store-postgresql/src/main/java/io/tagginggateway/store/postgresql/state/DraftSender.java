package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.state.DeclaredTwiceException;
import io.tagginggateway.store.postgresql.db.Copy;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.tags.Places;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sends the resources of a draft, one batch at a time, on a thread of its own: the next batch is
 * read meanwhile. Not thread-safe.
 */
final class DraftSender {
  private static final int WORTH_A_COPY = 2_000;

  /** The first of a batch that was there before, and the place in the order of what was there. */
  private static final String TWICE =
      "SELECT (n.i - 1)::integer, r.ord FROM unnest($2::text[], $3::bigint[], $4::text[],"
          + " $5::bigint[]) WITH ORDINALITY n (account, place, id, ord, i) JOIN resource r ON r.gen"
          + " = $1 AND r.account = n.account AND r.place = n.place AND r.id = n.id WHERE r.ord <>"
          + " n.ord ORDER BY n.i LIMIT 1";

  private final Database database;
  private final Places places;
  private final Generations generations;
  private final LongFunction<@Nullable String> sourceOf;
  private CompletableFuture<Void> sending = CompletableFuture.completedFuture(null);

  /**
   * A sender that sends nothing yet.
   *
   * @param sourceOf the source of a place in the order, or null if it has not ended; it does not
   *     change while a batch is sent
   */
  DraftSender(
      Database database,
      Places places,
      Generations generations,
      LongFunction<@Nullable String> sourceOf) {
    this.database = database;
    this.places = places;
    this.generations = generations;
    this.sourceOf = sourceOf;
  }

  /** Waits for the batch before, and throws what became of it; then sends this one. */
  void send(int generation, DraftRows batch) {
    finish();
    CompletableFuture<Void> sent = new CompletableFuture<>();
    sending = sent;
    Thread thread =
        new Thread(
            () -> {
              try {
                sendNow(generation, batch);
                sent.complete(null);
              } catch (Throwable e) {
                sent.completeExceptionally(e);
              }
            },
            "fixtures-sender");
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits until everything is there, and throws what failed. */
  void finish() {
    CompletableFuture<Void> last = sending;
    sending = CompletableFuture.completedFuture(null);
    try {
      last.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException told) {
        throw told;
      }
      throw e;
    }
  }

  /** Waits until nothing is sent any more, whatever became of it. */
  void stop() {
    sending.exceptionally(failure -> null).join();
  }

  private void sendNow(int generation, DraftRows batch) {
    batch.partitions().forEach(partition -> PgDraft.join(places.named(partition)));
    if (!isNew(generation, batch)) {
      throw twice(generation, batch);
    }
  }

  /**
   * Sends the batch; false if any of it is there already. Only a large one is worth the connection
   * that COPY needs.
   */
  private boolean isNew(int generation, DraftRows batch) {
    if (batch.size() < WORTH_A_COPY) {
      Tuple parameters = batch.parameters(generation);
      return batch.size()
          == PgDraft.join(database.longs().preparedQuery(DraftRows.INSERT).execute(parameters))
              .rowCount();
    }
    try (Copy copy = new Copy(database, DraftRows.TABLE, DraftRows.COLUMNS)) {
      batch.copyTo(copy, generation);
      copy.end();
      return true;
    } catch (Copy.DuplicateException e) {
      return false;
    }
  }

  private DeclaredTwiceException twice(int generation, DraftRows batch) {
    Row found = PgDraft.join(generations.one(TWICE, batch.keys(generation), row -> row));
    if (found == null) {
      throw new IllegalStateException("fewer resources were stored than were sent");
    }
    DraftRows.Row row = batch.rows().get(found.getInteger(0));
    return new DeclaredTwiceException(
        row.partition(), row.resource().id(), sourceOf.apply(found.getLong(1)));
  }
}

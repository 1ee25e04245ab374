package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.resource.ResourceRecord;
import io.tagginggateway.core.state.Draft;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.SqlFailures;
import io.tagginggateway.store.postgresql.tags.Places;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Fixtures on their way into a generation of their own. Resources are sent in batches, so that it
 * holds two of them and no more: one that is sent, and one that is read. Accounts and keys, which
 * are few, are sent when it takes its place.
 */
final class PgDraft implements Draft {
  /** Some 10 MiB of heap, so that two of them fit the heap of a sidecar. Chosen. */
  private static final int BATCH = 8_000;

  private static final long BATCH_CHARACTERS = 2L << 20;
  private static final Instant ORDER_BEGINS = Instant.parse("2020-01-01T00:00:00Z");

  private final Database database;
  private final Generations generations;
  private final DraftSender sender;
  private final DraftDigest digest = new DraftDigest();
  private final Set<String> accounts = new LinkedHashSet<>();
  private final Map<String, AccessKey> keys = new LinkedHashMap<>();
  private DraftRows rows = new DraftRows();
  private final List<Tuple> created = new ArrayList<>();

  /** The names of the sources that ended, by their first place in the order. */
  private final NavigableMap<Long, String> sources = new TreeMap<>();

  private final long firstOrd;
  private long nextOrd;
  private long sourceBegins;
  private @Nullable Integer generation;
  private boolean placed;

  PgDraft(Database database, Places places, Generations generations) {
    this.database = database;
    this.generations = generations;
    sender = new DraftSender(database, places, generations, this::source);
    // As the database counts: what is created later comes later.
    long micros = Duration.between(ORDER_BEGINS, Instant.now()).toNanos() / 1000;
    firstOrd = micros * 1024;
    nextOrd = firstOrd;
    sourceBegins = firstOrd;
  }

  @Override
  public void account(String id) {
    digest.add(id);
    accounts.add(id);
  }

  @Override
  public boolean add(AccessKey key) {
    digest.add(key);
    return keys.putIfAbsent(key.id(), key) == null;
  }

  @Override
  public boolean add(Partition partition, StoredResource resource) {
    digest.add(partition, resource);
    if (!rows.add(partition, resource, nextOrd++)) {
      return false;
    }
    if (rows.size() >= BATCH || rows.characters() >= BATCH_CHARACTERS) {
      send();
    }
    return true;
  }

  @Override
  public void add(Partition partition, ResourceRecord record) {
    digest.add(record.id() + record.attributes() + record.along()); // times may be of the load
    created.add(DraftStatements.created(generation(), partition, record, nextOrd++));
    if (created.size() >= BATCH) {
      flush();
    }
  }

  /** Known only to the database, which tells when the batch is sent. */
  @Override
  public @Nullable String owner(Partition partition, String id) {
    return null;
  }

  @Override
  public void endOfSource(String name) {
    flush();
    sources.put(sourceBegins, name);
    sourceBegins = nextOrd;
  }

  /** The source of a place in the order; null if it has not ended. */
  private @Nullable String source(long ord) {
    return ord >= sourceBegins ? null : sources.floorEntry(ord).getValue();
  }

  /** Lets the resources that wait be sent, beside those that come. */
  private void send() {
    if (rows.size() > 0) {
      sender.send(generation(), rows);
      rows = new DraftRows();
    }
  }

  /** Sends what waits, and waits until it is there. */
  private void flush() {
    send();
    sender.finish();
    if (!created.isEmpty()) {
      join(database.longs().preparedQuery(DraftStatements.CREATED).executeBatch(created));
      created.clear();
    }
  }

  @Override
  public CompletionStage<Void> replace() {
    flush();
    return finished()
        .compose(done -> generations.replace(generation()))
        .onSuccess(done -> placed = true)
        .toCompletionStage();
  }

  @Override
  public CompletionStage<Void> add() {
    flush();
    return finished()
        .compose(done -> generations.add(generation()))
        .onSuccess(done -> placed = true)
        .toCompletionStage();
  }

  @Override
  public CompletionStage<Void> restart() {
    flush();
    return finished()
        .compose(done -> generations.restart(generation(), digest.digest()))
        .onSuccess(done -> placed = true)
        .toCompletionStage();
  }

  @Override
  public CompletionStage<Void> reload() {
    byte[] made = digest.digest();
    // Before the first answer, which comes on an event loop: both may wait.
    flush();
    int draft = generation();
    return generations
        .isDone(made)
        .compose(done -> done ? Future.succeededFuture() : reload(draft, made))
        .toCompletionStage();
  }

  private Future<Void> reload(int draft, byte[] made) {
    return finished()
        .compose(done -> generations.reload(draft, made))
        .map(
            taken -> {
              placed = taken;
              return null;
            });
  }

  /** Sends accounts and keys. */
  private Future<Void> finished() {
    return DraftStatements.accounts(database, generation(), accounts)
        .compose(done -> DraftStatements.keys(database, generation(), keys.values()))
        .compose(
            done -> generations.one(DraftStatements.TOTALS, Tuple.of(generation()), row -> row))
        .mapEmpty();
  }

  private int generation() {
    Integer known = generation;
    if (known == null) {
      known = join(generations.begin());
      generation = known;
    }
    return known;
  }

  @Override
  public void close() {
    if (generation != null && !placed) {
      placed = true;
      sender.stop();
      generations.retire(generation);
    }
  }

  static <T> T join(Future<T> future) {
    return join(future.toCompletionStage());
  }

  static <T> T join(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause();
      if (cause != null && SqlFailures.of(cause) instanceof RuntimeException told) {
        throw told;
      }
      throw e;
    }
  }
}

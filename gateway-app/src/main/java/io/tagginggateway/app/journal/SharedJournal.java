package io.tagginggateway.app.journal;

import io.tagginggateway.core.error.Failures;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.state.SharedLog;
import io.tagginggateway.core.state.SharedLog.Line;
import io.tagginggateway.core.state.SharedLog.Written;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of gateways that share a store. Requests do not wait for it: their entries wait here,
 * bounded in bytes, and are sent in batches, off the event loops. Who reads first lets every
 * gateway send what waits there, and so sees every request that was answered before. Thread-safe.
 */
final class SharedJournal {
  private static final Logger LOG = LoggerFactory.getLogger(SharedJournal.class);

  /** Entries of one batch, and of one page that is read. */
  private static final int BATCH = 500;

  /** How long entries wait for others to be sent with. */
  private static final long LINGER_MILLIS = 20;

  /** How long to wait after a failure. */
  private static final long PAUSE_MILLIS = 1000;

  private final SharedLog log;
  private final JournalDocuments documents;
  private final int capacity;
  private final long maxBytes;
  private final Executor later =
      CompletableFuture.delayedExecutor(LINGER_MILLIS, TimeUnit.MILLISECONDS);
  private final Executor muchLater =
      CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);

  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private long number;
  private long lost;
  private long untrimmed;
  private boolean scheduled;
  private CompletableFuture<Void> sending = CompletableFuture.completedFuture(null);

  private record Waiting(long number, JournalEntry entry) {}

  /**
   * A journal over a log.
   *
   * @param capacity how many entries of all gateways there are at most
   * @param maxBytes how much memory entries may take, those that wait and those that are read
   */
  SharedJournal(SharedLog log, Products products, int capacity, long maxBytes) {
    this.log = log;
    this.documents = new JournalDocuments(products);
    this.capacity = capacity;
    this.maxBytes = maxBytes;
    log.onGather(this::flush);
  }

  /** Takes an entry; when too many wait, the oldest is lost. Never waits. */
  void add(JournalEntry entry) {
    synchronized (waiting) {
      waiting.add(new Waiting(number++, entry));
      waitingBytes += entry.bytes();
      while (waitingBytes > maxBytes && waiting.size() > 1) {
        waitingBytes -= waiting.remove().entry.bytes();
        lost++;
      }
      if (scheduled) {
        return;
      }
      scheduled = true;
    }
    later.execute(this::flushSoon);
  }

  private void flushSoon() {
    flush()
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                LOG.warn(
                    "Entries of the journal wait for the store: {}",
                    Failures.cause(failure).getMessage());
              }
              again(failure != null);
            });
  }

  /** What came while a batch was sent waits for the next. */
  private void again(boolean failed) {
    synchronized (waiting) {
      scheduled = !waiting.isEmpty();
      if (!scheduled) {
        return;
      }
    }
    (failed ? muchLater : later).execute(this::flushSoon);
  }

  /** Sends what waits now; ends when it is there. */
  CompletionStage<Void> flush() {
    synchronized (waiting) {
      // One after the other, so that what a sender took and could not send is in its place again.
      sending = sending.exceptionally(failure -> null).thenComposeAsync(before -> sendAll());
      return sending;
    }
  }

  private CompletionStage<Void> sendAll() {
    List<Waiting> batch = take();
    if (batch.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    return log.append(lines(batch))
        .handle(
            (done, failure) -> {
              if (failure == null) {
                return trimmed(batch.size()).thenComposeAsync(trimmed -> sendAll());
              }
              putBack(batch);
              return CompletableFuture.<Void>failedFuture(failure);
            })
        .thenCompose(next -> next);
  }

  private List<Waiting> take() {
    List<Waiting> batch = new ArrayList<>();
    synchronized (waiting) {
      while (!waiting.isEmpty() && batch.size() < BATCH) {
        Waiting next = waiting.remove();
        waitingBytes -= next.entry.bytes();
        batch.add(next);
      }
    }
    return batch;
  }

  private void putBack(List<Waiting> batch) {
    synchronized (waiting) {
      for (int i = batch.size() - 1; i >= 0; i--) {
        Waiting each = batch.get(i);
        if (waitingBytes + each.entry.bytes() > maxBytes) {
          lost += i + 1L;
          return;
        }
        waiting.addFirst(each);
        waitingBytes += each.entry.bytes();
      }
    }
  }

  private List<Line> lines(List<Waiting> batch) {
    List<Line> lines = new ArrayList<>(batch.size());
    for (Waiting each : batch) {
      try {
        long micros = TimeUnit.MILLISECONDS.toMicros(each.entry.time());
        lines.add(new Line(micros, each.number, documents.write(each.entry)));
      } catch (IOException e) {
        LOG.error("Request {} is not in the journal", each.entry.requestId(), e);
      }
    }
    return lines;
  }

  /** Now and then forgets what is too old to be read. */
  private CompletionStage<Void> trimmed(int added) {
    synchronized (waiting) {
      untrimmed += added;
      if (untrimmed < Math.max(BATCH, capacity / 10)) {
        return CompletableFuture.completedFuture(null);
      }
      untrimmed = 0;
    }
    return log.trim(capacity);
  }

  /** How many entries of this gateway were lost since the start. */
  long lost() {
    synchronized (waiting) {
      return lost;
    }
  }

  /** How many entries wait to be sent. */
  int size() {
    synchronized (waiting) {
      return waiting.size();
    }
  }

  /**
   * The entries of all gateways that match, newest first. Blocks.
   *
   * @throws java.util.concurrent.CompletionException if the store cannot be asked
   */
  List<JournalEntry> find(JournalQuery query) {
    join(gathered());
    List<JournalEntry> found = new ArrayList<>();
    long[] bytes = {0};
    each(
        line -> {
          JournalEntry entry = entry(line);
          if (entry != null && query.matches(entry)) {
            found.add(entry);
            bytes[0] += entry.bytes();
          }
          return found.size() < query.limit() && bytes[0] < maxBytes;
        });
    return found;
  }

  /** Hands over lines, newest first, as long as more are wanted. Blocks. */
  void each(Predicate<Written> wantsMore) {
    String place = null;
    for (int read = 0; read < capacity; ) {
      List<Written> page = join(log.before(place, Math.min(BATCH, capacity - read)));
      for (Written line : page) {
        if (!wantsMore.test(line)) {
          return;
        }
      }
      if (page.size() < Math.min(BATCH, capacity - read)) {
        return;
      }
      read += page.size();
      place = page.get(page.size() - 1).place();
    }
  }

  @Nullable JournalEntry entry(Written line) {
    try {
      return documents.read(line.line().document());
    } catch (IOException | RuntimeException e) {
      LOG.warn("A line of the journal is of another version: {}", e.getMessage());
      return null;
    }
  }

  private CompletionStage<Void> gathered() {
    return flush().thenCompose(done -> log.gather());
  }

  /** Forgets every request that was answered before. Blocks. */
  void clear() {
    join(gathered().thenCompose(done -> log.clear()));
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}

package io.tagginggateway.app.journal;

import io.tagginggateway.core.error.Failures;
import io.tagginggateway.core.state.SharedLog;
import io.tagginggateway.core.state.SharedLog.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the entries of this gateway to the log that gateways share, in batches, off the event
 * loops: no more in a second than the log keeps, since older ones could not be read for as long.
 * What cannot be sent waits for the next time. Thread-safe.
 */
final class JournalSender {
  private static final Logger LOG = LoggerFactory.getLogger(JournalSender.class);

  /** Entries of one batch. */
  private static final int BATCH = 500;

  /** How long entries wait at least for others to be sent with. */
  private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final SharedLog log;
  private final JournalDocuments documents;
  private final int capacity;
  private final UnsentEntries unsent;

  private final Object lock = new Object();
  private long untrimmed;
  private long nextNanos = System.nanoTime();
  private CompletableFuture<Void> sending = CompletableFuture.completedFuture(null);

  /**
   * A sender to a log.
   *
   * @param capacity how many entries of all gateways the log keeps
   * @param maxBytes how much memory entries that wait may take
   */
  JournalSender(SharedLog log, JournalDocuments documents, int capacity, long maxBytes) {
    this.log = log;
    this.documents = documents;
    this.capacity = capacity;
    this.unsent = new UnsentEntries(capacity, maxBytes);
  }

  /** Takes an entry; when too many wait, the oldest is lost. Never waits. */
  void add(JournalEntry entry) {
    if (unsent.add(entry)) {
      flushLater(untilNext());
    }
  }

  private void flushLater(long nanos) {
    CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(this::flushSoon);
  }

  private long untilNext() {
    synchronized (lock) {
      return Math.max(LINGER_NANOS, nextNanos - System.nanoTime());
    }
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
              // What came while a batch was sent waits for the next.
              if (unsent.remain()) {
                flushLater(failure == null ? untilNext() : SECOND_NANOS);
              }
            });
  }

  /** Sends what waits now; ends when it is there. */
  CompletionStage<Void> flush() {
    synchronized (lock) {
      // One after the other, so that what a sender took and could not send is in its place again.
      sending = sending.exceptionally(failure -> null).thenComposeAsync(before -> sendAll());
      return sending;
    }
  }

  private CompletionStage<Void> sendAll() {
    List<UnsentEntries.Numbered> batch = unsent.take(BATCH);
    if (batch.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    return log.append(lines(batch))
        .handle(
            (done, failure) -> {
              if (failure == null) {
                unsent.sent();
                return trimmed(batch.size()).thenComposeAsync(trimmed -> sendAll());
              }
              unsent.putBack(batch);
              return CompletableFuture.<Void>failedFuture(failure);
            })
        .thenCompose(next -> next);
  }

  private List<Line> lines(List<UnsentEntries.Numbered> batch) {
    List<Line> lines = new ArrayList<>(batch.size());
    for (UnsentEntries.Numbered each : batch) {
      try {
        long micros = TimeUnit.MILLISECONDS.toMicros(each.entry().time());
        lines.add(new Line(micros, each.number(), documents.write(each.entry())));
      } catch (IOException e) {
        LOG.error("Request {} is not in the journal", each.entry().requestId(), e);
      }
    }
    return lines;
  }

  /** Now and then forgets what is too old to be read. */
  private CompletionStage<Void> trimmed(int added) {
    synchronized (lock) {
      long now = System.nanoTime();
      long next = Math.max(nextNanos, now) + SECOND_NANOS / capacity * added;
      nextNanos = Math.min(next, now + SECOND_NANOS);
      untrimmed += added;
      if (untrimmed < Math.max(BATCH, capacity / 10)) {
        return CompletableFuture.completedFuture(null);
      }
      untrimmed = 0;
    }
    return log.trim(capacity);
  }

  /** How many entries were lost since the start. */
  long lost() {
    return unsent.lost();
  }

  /** How many entries wait to be sent. */
  int size() {
    return unsent.size();
  }
}

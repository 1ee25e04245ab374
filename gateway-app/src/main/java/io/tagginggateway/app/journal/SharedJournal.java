package io.tagginggateway.app.journal;

import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.state.SharedLog;
import io.tagginggateway.core.state.SharedLog.Written;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
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

  /** Entries of one page that is read. */
  private static final int PAGE = 500;

  private final SharedLog log;
  private final JournalDocuments documents;
  private final int capacity;
  private final long maxBytes;
  private final JournalSender sender;

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
    this.sender = new JournalSender(log, documents, capacity, maxBytes);
    log.onGather(this::flush);
  }

  /** Takes an entry; when too many wait, the oldest is lost. Never waits. */
  void add(JournalEntry entry) {
    sender.add(entry);
  }

  /** Sends what waits now; ends when it is there. */
  CompletionStage<Void> flush() {
    return sender.flush();
  }

  /** How many entries of this gateway were lost since the start. */
  long lost() {
    return sender.lost();
  }

  /** How many entries wait to be sent. */
  int size() {
    return sender.size();
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
      List<Written> page = join(log.before(place, Math.min(PAGE, capacity - read)));
      for (Written line : page) {
        if (!wantsMore.test(line)) {
          return;
        }
      }
      if (page.size() < Math.min(PAGE, capacity - read)) {
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

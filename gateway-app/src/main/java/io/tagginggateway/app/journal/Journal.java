package io.tagginggateway.app.journal;

import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.request.RepeatedTexts;
import io.tagginggateway.core.state.SharedLog;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The last requests. Writers take a number and write one slot, and never wait; readers see every
 * request whose answer was sent. When the entries take more bytes than they may, the oldest are
 * forgotten. Thread-safe.
 */
public final class Journal {
  private final AtomicReferenceArray<@Nullable Slot> slots;
  private final AtomicLong next = new AtomicLong();

  /** Entries with smaller numbers were forgotten. */
  private final AtomicLong first = new AtomicLong();

  private final AtomicLong held = new AtomicLong();
  private final long bytes;

  private final CopyOnWriteArrayList<Consumer<JournalEntry>> readers = new CopyOnWriteArrayList<>();

  private final WallClock clock = new WallClock();
  private final RepeatedTexts texts = new RepeatedTexts();

  private final @Nullable SharedJournal shared;
  private final @Nullable SharedTail tail;

  private record Slot(long number, JournalEntry entry, int size) {}

  /**
   * An empty journal.
   *
   * @param capacity how many entries it may have; 0 keeps none
   * @param bytes how much memory they may take, as estimated
   */
  public Journal(int capacity, long bytes) {
    slots = new AtomicReferenceArray<>(capacity);
    this.bytes = bytes;
    shared = null;
    tail = null;
  }

  /**
   * A journal of all gateways that share a log.
   *
   * @param products those that may be asked
   * @param capacity how many entries of all of them it may have; 0 keeps none
   * @param bytes how much memory entries may take here, as estimated
   */
  public Journal(SharedLog log, Products products, int capacity, long bytes) {
    slots = new AtomicReferenceArray<>(0);
    this.bytes = bytes;
    shared = capacity == 0 ? null : new SharedJournal(log, products, capacity, bytes);
    tail = shared == null ? null : new SharedTail(shared, this::tell, () -> !readers.isEmpty());
  }

  /**
   * Hands every entry from now on to a reader.
   *
   * @param reader called on event loops: must neither block nor throw
   * @return ends it
   */
  public Runnable read(Consumer<JournalEntry> reader) {
    readers.add(reader);
    if (tail != null) {
      tail.start();
    }
    return () -> readers.remove(reader);
  }

  /**
   * Keeps a request.
   *
   * @param sent what is sent as the body of its answer
   * @param now when, by {@link System#nanoTime}
   */
  public void add(Exchange exchange, Buffer sent, long now) {
    if (slots.length() > 0 || shared != null || !readers.isEmpty()) {
      JournalEntry entry = JournalEntry.of(exchange, sent, now, clock.millis(now), texts);
      if (shared == null) {
        keep(entry);
      } else {
        shared.add(entry);
      }
      tell(entry);
    }
  }

  private void tell(JournalEntry entry) {
    for (Consumer<JournalEntry> reader : readers) {
      reader.accept(entry);
    }
  }

  private void keep(JournalEntry entry) {
    if (slots.length() > 0) {
      int size = entry.bytes();
      long number = next.getAndIncrement();
      Slot replaced = slots.getAndSet(slot(number), new Slot(number, entry, size));
      int more = size - (replaced == null ? 0 : replaced.size);
      long now = more == 0 ? held.get() : held.addAndGet(more);
      while (now > bytes && forgetFirst(number)) {
        now = held.get();
      }
    }
  }

  private int slot(long number) {
    return (int) (number % slots.length());
  }

  /** Forgets the oldest; false if there is none before {@code last}. */
  private boolean forgetFirst(long last) {
    long seen = first.get();
    long oldest = Math.max(seen, last - slots.length() + 1);
    if (oldest >= last) {
      return false;
    }
    if (first.compareAndSet(seen, oldest + 1)) {
      Slot slot = slots.get(slot(oldest));
      if (slot != null && slot.number == oldest) {
        remove(slot);
      }
    }
    return true;
  }

  private void remove(Slot slot) {
    if (slots.compareAndSet(slot(slot.number), slot, null)) {
      held.addAndGet(-slot.size);
    }
  }

  /**
   * The matching entries, newest first: of every request that was answered before, by all gateways
   * that share the journal. Blocks where it is shared.
   *
   * @throws java.util.concurrent.CompletionException if it is shared and cannot be asked
   */
  public List<JournalEntry> find(JournalQuery query) {
    if (shared != null) {
      return shared.find(query);
    }
    List<JournalEntry> found = new ArrayList<>();
    long end = next.get();
    long start = Math.max(first.get(), end - slots.length());
    for (long number = end - 1; number >= start && found.size() < query.limit(); number--) {
      Slot slot = slots.getAcquire(slot(number));
      if (slot != null && slot.number == number && query.matches(slot.entry)) {
        found.add(slot.entry);
      }
    }
    return found;
  }

  /**
   * A number that is another one whenever something was kept or forgotten. Where the journal is
   * shared that may have been elsewhere, so it always is.
   */
  public long changes() {
    return shared != null ? System.nanoTime() : next.get() + first.get();
  }

  /** How many entries this gateway holds. */
  public int size() {
    if (shared != null) {
      return shared.size();
    }
    return (int) Math.min(next.get() - first.get(), slots.length());
  }

  /** Sends what waits here, where the journal is shared, or gives it up if it cannot be sent. */
  public void flush() {
    if (shared != null) {
      shared.flush().exceptionally(lost -> null).toCompletableFuture().join();
    }
  }

  /** Forgets everything that was kept until now. Blocks where it is shared. */
  public void clear() {
    if (shared != null) {
      shared.clear();
      return;
    }
    long end = next.get();
    first.accumulateAndGet(end, Math::max);
    for (int i = 0; i < slots.length(); i++) {
      Slot slot = slots.get(i);
      if (slot != null && slot.number < end) {
        remove(slot);
      }
    }
  }
}

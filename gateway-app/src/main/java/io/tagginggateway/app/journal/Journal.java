package io.tagginggateway.app.journal;

import io.tagginggateway.app.rpc.Exchange;
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
  }

  /**
   * Hands every entry from now on to a reader.
   *
   * @param reader called on event loops: must neither block nor throw
   * @return ends it
   */
  public Runnable read(Consumer<JournalEntry> reader) {
    readers.add(reader);
    return () -> readers.remove(reader);
  }

  /**
   * Keeps a request.
   *
   * @param sent what is sent as the body of its answer
   */
  public void add(Exchange exchange, Buffer sent) {
    if (slots.length() > 0 || !readers.isEmpty()) {
      JournalEntry entry = JournalEntry.of(exchange, sent);
      keep(entry);
      for (Consumer<JournalEntry> reader : readers) {
        reader.accept(entry);
      }
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

  /** The matching entries, newest first. */
  public List<JournalEntry> find(JournalQuery query) {
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

  /** A number that is another one whenever something was kept or forgotten. */
  public long changes() {
    return next.get() + first.get();
  }

  /** How many entries it holds. */
  public int size() {
    return (int) Math.min(next.get() - first.get(), slots.length());
  }

  /** Forgets everything that was kept until now. */
  public void clear() {
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

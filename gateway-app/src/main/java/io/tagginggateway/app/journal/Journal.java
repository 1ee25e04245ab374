package io.tagginggateway.app.journal;

import io.tagginggateway.app.rpc.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The last requests. Writers take a number and write one slot, and never wait; readers see every
 * request whose answer was sent. Its memory is bounded by the capacity: see {@link KeptParameters}.
 */
public final class Journal {
  private final AtomicReferenceArray<@Nullable Slot> slots;
  private final AtomicLong next = new AtomicLong();

  /** Entries with smaller numbers were cleared. */
  private volatile long first;

  private record Slot(long number, JournalEntry entry) {}

  /** An empty journal of this many entries; 0 keeps none. */
  public Journal(int capacity) {
    slots = new AtomicReferenceArray<>(capacity);
  }

  /** Keeps a request. */
  public void add(Exchange exchange) {
    if (slots.length() > 0) {
      JournalEntry entry = JournalEntry.of(exchange);
      long number = next.getAndIncrement();
      slots.setRelease((int) (number % slots.length()), new Slot(number, entry));
    }
  }

  /** The matching entries, newest first. */
  public List<JournalEntry> find(JournalQuery query) {
    List<JournalEntry> found = new ArrayList<>();
    long end = next.get();
    long start = Math.max(first, end - slots.length());
    for (long number = end - 1; number >= start && found.size() < query.limit(); number--) {
      Slot slot = slots.getAcquire((int) (number % slots.length()));
      if (slot != null && slot.number == number && query.matches(slot.entry)) {
        found.add(slot.entry);
      }
    }
    return found;
  }

  /** How many entries it holds. */
  public int size() {
    return (int) Math.min(next.get() - first, slots.length());
  }

  /** Forgets everything that was kept until now. */
  public void clear() {
    long end = next.get();
    first = end;
    for (int i = 0; i < slots.length(); i++) {
      Slot slot = slots.get(i);
      if (slot != null && slot.number < end) {
        slots.compareAndSet(i, slot, null);
      }
    }
  }
}

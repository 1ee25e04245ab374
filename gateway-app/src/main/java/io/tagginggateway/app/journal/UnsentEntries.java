package io.tagginggateway.app.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries that wait to be sent, in their order and bounded in bytes. Of more than the log keeps
 * the oldest are forgotten: nobody could read them. Thread-safe.
 */
final class UnsentEntries {
  private final int capacity;
  private final long maxBytes;
  private final ArrayDeque<Numbered> waiting = new ArrayDeque<>();
  private long bytes;
  private int taken;
  private long number;
  private long lost;
  private boolean scheduled;

  /**
   * An entry.
   *
   * @param number how many entries came before it
   * @param entry the entry
   */
  record Numbered(long number, JournalEntry entry) {}

  /**
   * None that wait.
   *
   * @param capacity how many entries the log keeps
   * @param maxBytes how much memory those that wait may take
   */
  UnsentEntries(int capacity, long maxBytes) {
    this.capacity = capacity;
    this.maxBytes = maxBytes;
  }

  /**
   * Takes an entry; when too many wait, the oldest is lost.
   *
   * @return whether the caller has to see to it that what waits is sent
   */
  synchronized boolean add(JournalEntry entry) {
    waiting.add(new Numbered(number++, entry));
    bytes += entry.bytes();
    if (waiting.size() > capacity) {
      removeFirst();
    }
    while (bytes > maxBytes && waiting.size() > 1) {
      removeFirst();
      lost++;
    }
    if (scheduled) {
      return false;
    }
    scheduled = true;
    return true;
  }

  /** Whether some wait, which the caller then has to see sent. */
  synchronized boolean remain() {
    scheduled = !waiting.isEmpty();
    return scheduled;
  }

  /** Takes the oldest of those that wait; what was taken before is {@link #sent} or put back. */
  synchronized List<Numbered> take(int most) {
    List<Numbered> batch = new ArrayList<>();
    while (!waiting.isEmpty() && batch.size() < most) {
      batch.add(removeFirst());
    }
    taken = batch.size();
    return batch;
  }

  private Numbered removeFirst() {
    Numbered first = waiting.remove();
    bytes -= first.entry.bytes();
    return first;
  }

  /** Tells that what was taken is where it belongs. */
  synchronized void sent() {
    taken = 0;
  }

  /** Lets what was taken wait again, before all others; the oldest are lost if it is too much. */
  synchronized void putBack(List<Numbered> batch) {
    taken = 0;
    for (int i = batch.size() - 1; i >= 0 && waiting.size() < capacity; i--) {
      Numbered each = batch.get(i);
      if (bytes + each.entry.bytes() > maxBytes) {
        lost += i + 1L;
        return;
      }
      waiting.addFirst(each);
      bytes += each.entry.bytes();
    }
  }

  /** How many were lost since the start. */
  synchronized long lost() {
    return lost;
  }

  /** How many wait, or were taken and are not sent yet. */
  synchronized int size() {
    return Math.min(waiting.size() + taken, capacity);
  }
}

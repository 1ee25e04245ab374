package io.tagginggateway.app.console;

import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.journal.JournalEntry;
import io.tagginggateway.app.journal.JournalQuery;
import io.tagginggateway.app.metrics.RequestMetrics;
import io.tagginggateway.app.metrics.RequestTotals;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many requests, errors and microseconds there were in the last minutes, in slots of five
 * seconds. While somebody looks, each slot is what the metrics counted more; what was before is as
 * the journal remembers it. So requests pay nothing for it, and neither does a gateway whose
 * console is closed. It takes some kilobytes. Thread-safe.
 */
final class TrafficHistory {
  static final int SLOT_MILLIS = 5_000;
  static final int SLOTS = 120;

  /** Nobody looks any more when no page asked for so many slots. */
  private static final int UNSEEN = 24;

  private final Vertx vertx;
  private final RequestMetrics metrics;
  private final Journal journal;
  private final Clock clock;
  private final Slot[] ring = new Slot[SLOTS];
  private RequestTotals before = new RequestTotals(0, 0, new long[0]);
  private boolean watching;
  private int unseen;

  /**
   * Five seconds.
   *
   * @param number which five since 1970
   * @param requests how many requests were answered
   * @param errors how many of them did not succeed
   * @param median what half of them did not exceed, in microseconds
   * @param slow what 99 of 100 did not exceed, in microseconds
   */
  record Slot(long number, long requests, long errors, long median, long slow) {}

  TrafficHistory(Vertx vertx, ConsoleServices services) {
    this.vertx = vertx;
    this.metrics = services.metrics();
    this.journal = services.journal();
    this.clock = services.clock();
  }

  /** The slots up to now, oldest first, those without requests among them. */
  synchronized List<Slot> look() {
    unseen = 0;
    if (!watching) {
      begin();
    }
    long now = clock.millis() / SLOT_MILLIS;
    List<Slot> slots = new ArrayList<>();
    for (long number = now - SLOTS + 1; number <= now; number++) {
      Slot slot = ring[(int) (number % SLOTS)];
      boolean there = slot != null && slot.number == number;
      slots.add(there ? slot : new Slot(number, 0, 0, 0, 0));
    }
    return slots;
  }

  private void begin() {
    watching = true;
    Arrays.fill(ring, null);
    before = metrics.totals();
    remember();
    vertx.setPeriodic(SLOT_MILLIS, this::count);
  }

  private synchronized void count(long timer) {
    RequestTotals now = metrics.totals();
    RequestTotals more = now.since(before);
    before = now;
    long number = clock.millis() / SLOT_MILLIS;
    ring[(int) (number % SLOTS)] =
        new Slot(number, more.requests(), more.errors(), more.micros(0.5), more.micros(0.99));
    if (++unseen > UNSEEN) {
      watching = false;
      vertx.cancelTimer(timer);
    }
  }

  /** Fills the ring from the journal, as far as it reaches back. */
  private void remember() {
    long oldest = (clock.millis() / SLOT_MILLIS - SLOTS + 1) * SLOT_MILLIS;
    List<JournalEntry> entries = journal.find(JournalQuery.ALL);
    List<JournalEntry> same = new ArrayList<>();
    for (JournalEntry entry : entries) {
      if (entry.time() < oldest) {
        break;
      }
      if (!same.isEmpty() && number(same.get(0)) != number(entry)) {
        keep(same);
        same.clear();
      }
      same.add(entry);
    }
    if (!same.isEmpty()) {
      keep(same);
    }
  }

  private static long number(JournalEntry entry) {
    return entry.time() / SLOT_MILLIS;
  }

  private void keep(List<JournalEntry> entries) {
    long[] micros = entries.stream().mapToLong(JournalEntry::micros).sorted().toArray();
    long errors = entries.stream().filter(entry -> entry.status() != 200).count();
    long number = number(entries.get(0));
    ring[(int) (number % SLOTS)] =
        new Slot(
            number,
            entries.size(),
            errors,
            micros[(micros.length - 1) / 2],
            micros[(int) Math.ceil(0.99 * micros.length) - 1]);
  }
}

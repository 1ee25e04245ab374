package io.tagginggateway.app.journal;

import io.tagginggateway.core.state.SharedLog.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what other gateways write into a shared journal, as long as anybody listens. It looks
 * four times a second; where gateways' clocks differ or a batch comes late, entries come up to some
 * seconds after newer ones. Thread-safe.
 */
final class SharedTail {
  private static final Logger LOG = LoggerFactory.getLogger(SharedTail.class);
  private static final long PERIOD_MILLIS = 250;

  /** How far back a look goes, for what was written late. */
  private static final long BACK_MICROS = TimeUnit.SECONDS.toMicros(10);

  /** Places that are remembered, so that nothing comes twice. */
  private static final int MAX_SEEN = 50_000;

  private final SharedJournal journal;
  private final Consumer<JournalEntry> sink;
  private final BooleanSupplier isHeard;
  private final Executor later =
      CompletableFuture.delayedExecutor(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  private final Set<String> seen = new LinkedHashSet<>();
  private boolean running;

  /**
   * A tail that follows nothing yet.
   *
   * @param sink takes entries of other gateways
   * @param isHeard whether anybody listens
   */
  SharedTail(SharedJournal journal, Consumer<JournalEntry> sink, BooleanSupplier isHeard) {
    this.journal = journal;
    this.sink = sink;
    this.isHeard = isHeard;
  }

  /** Begins to follow from now on, unless it does already. */
  synchronized void start() {
    if (!running) {
      running = true;
      seen.clear();
      long from = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
      later.execute(() -> look(from));
    }
  }

  private void look(long from) {
    synchronized (this) {
      if (!isHeard.getAsBoolean()) {
        running = false;
        return;
      }
    }
    try {
      unseen(from).forEach(sink);
    } catch (RuntimeException e) {
      LOG.debug("Other gateways' entries come later", e);
    }
    later.execute(() -> look(from));
  }

  /** Oldest first. */
  private List<JournalEntry> unseen(long from) {
    long now = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
    long oldest = Math.max(from, now - BACK_MICROS);
    List<JournalEntry> entries = new ArrayList<>();
    journal.each(
        line -> {
          if (line.line().micros() < oldest) {
            return false;
          }
          take(line, entries);
          return entries.size() < MAX_SEEN;
        });
    Collections.reverse(entries);
    return entries;
  }

  private void take(Written line, List<JournalEntry> entries) {
    if (line.own() || !seen.add(line.place())) {
      return;
    }
    if (seen.size() > MAX_SEEN) {
      seen.remove(seen.iterator().next());
    }
    JournalEntry entry = journal.entry(line);
    if (entry != null) {
      entries.add(entry);
    }
  }
}

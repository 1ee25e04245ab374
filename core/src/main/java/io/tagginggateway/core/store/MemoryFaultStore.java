package io.tagginggateway.core.store;

import io.tagginggateway.core.state.FaultStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps faults in this process. Any thread may ask; each request is counted exactly once, and where
 * there are no faults asking is one read.
 */
public final class MemoryFaultStore implements FaultStore {
  private final List<Entry> entries = new ArrayList<>();
  private long lastId;

  /** Those of {@link #entries} that may still spoil a request. */
  private volatile List<Counted> armed = List.of();

  /** A fault with its counts. */
  private static final class Entry {
    private final String id;
    private final Rule rule;
    private final Random random;
    private long matched;
    private long spoiled;

    Entry(String id, Rule rule) {
      this.id = id;
      this.rule = rule;
      this.random = new Random(rule.seed());
    }

    Counted counted() {
      return new Counted(id, rule, matched, spoiled);
    }

    boolean usedUp() {
      return rule.times() > 0 && spoiled >= rule.times();
    }

    boolean strike() {
      if (usedUp()) {
        return false;
      }
      matched++;
      if (matched <= rule.skip()) {
        return false;
      }
      if (rule.probability() < 1 && random.nextDouble() >= rule.probability()) {
        return false;
      }
      spoiled++;
      return true;
    }
  }

  @Override
  public List<Counted> armedNow() {
    return armed;
  }

  @Override
  public CompletableFuture<List<Counted>> armed() {
    return CompletableFuture.completedFuture(armed);
  }

  @Override
  public synchronized CompletableFuture<Boolean> strike(String id) {
    for (Entry entry : entries) {
      if (Objects.equals(entry.id, id)) {
        boolean struck = entry.strike();
        if (struck && entry.usedUp()) {
          refresh();
        }
        return CompletableFuture.completedFuture(struck);
      }
    }
    return CompletableFuture.completedFuture(false);
  }

  @Override
  public synchronized CompletableFuture<Optional<Counted>> add(Rule rule) {
    if (entries.size() >= MAX) {
      entries.removeIf(Entry::usedUp);
    }
    if (entries.size() >= MAX) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    Entry added = new Entry("fault-" + ++lastId, rule);
    entries.add(added);
    refresh();
    return CompletableFuture.completedFuture(Optional.of(added.counted()));
  }

  @Override
  public synchronized CompletableFuture<List<Counted>> all() {
    return CompletableFuture.completedFuture(entries.stream().map(Entry::counted).toList());
  }

  @Override
  public synchronized CompletableFuture<Boolean> remove(String id) {
    boolean removed = entries.removeIf(entry -> Objects.equals(entry.id, id));
    refresh();
    return CompletableFuture.completedFuture(removed);
  }

  @Override
  public synchronized CompletableFuture<Void> clear() {
    entries.clear();
    refresh();
    return CompletableFuture.completedFuture(null);
  }

  private synchronized void refresh() {
    armed = entries.stream().filter(entry -> !entry.usedUp()).map(Entry::counted).toList();
  }
}

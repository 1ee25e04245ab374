package io.tagginggateway.app.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force. The first one, in the order of their addition, that spoils a request keeps
 * it: a request suffers one fault at most. Any thread may ask or change them; where there are no
 * rules, asking is one read.
 */
public final class FaultRules {
  /** How many rules there may be; beyond it those that are used up make room. Chosen. */
  public static final int MAX_RULES = 1000;

  private static final ActiveRule[] NONE = {};

  private final ErrorTables errors;
  private final List<ActiveRule> rules = new ArrayList<>();
  private long lastId;

  /** Those of {@link #rules} that may still spoil a request. */
  private volatile ActiveRule[] active = NONE;

  /** No rules yet, for products with these errors. */
  public FaultRules(ErrorTables errors) {
    this.errors = errors;
  }

  /** The errors that rules may name. */
  public ErrorTables errors() {
    return errors;
  }

  /** Whether a request need not ask. */
  public boolean isEmpty() {
    return active.length == 0;
  }

  /**
   * The rule that spoils this request, and counts it; empty if there is none.
   *
   * @return complete at once while counts are kept in this process
   */
  public CompletionStage<Optional<FaultRule>> take(FaultTarget target) {
    for (ActiveRule candidate : active) {
      if (candidate.rule().canSpoil(target, errors) && candidate.take()) {
        if (candidate.usedUp()) {
          refresh();
        }
        return CompletableFuture.completedFuture(Optional.of(candidate.rule()));
      }
    }
    return CompletableFuture.completedFuture(Optional.empty());
  }

  /** Adds a rule; null if there are too many that are not used up. */
  public synchronized @Nullable ActiveRule add(FaultRule rule) {
    if (rules.size() >= MAX_RULES) {
      rules.removeIf(ActiveRule::usedUp);
    }
    if (rules.size() >= MAX_RULES) {
      return null;
    }
    ActiveRule added = new ActiveRule("fault-" + ++lastId, rule);
    rules.add(added);
    refresh();
    return added;
  }

  /** Every rule, used up or not, in the order of their addition. */
  public synchronized List<ActiveRule> all() {
    return List.copyOf(rules);
  }

  /** Takes a rule away; false if there is none of this id. */
  public synchronized boolean remove(String id) {
    boolean removed = rules.removeIf(rule -> Objects.equals(rule.id(), id));
    refresh();
    return removed;
  }

  /** Takes every rule away. */
  public synchronized void clear() {
    rules.clear();
    refresh();
  }

  private synchronized void refresh() {
    active = rules.stream().filter(rule -> !rule.usedUp()).toArray(ActiveRule[]::new);
  }
}

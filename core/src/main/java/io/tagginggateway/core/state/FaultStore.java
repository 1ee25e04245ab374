package io.tagginggateway.core.state;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The faults that requests may suffer, and how often each struck, over all gateways that share the
 * store. The store does not interpret what a fault does. Thread-safe; no call blocks, and a call
 * fails through its stage and then changes nothing.
 */
public interface FaultStore {
  /** How many there may be; beyond it those that are used up make room. Chosen. */
  int MAX = 1000;

  /**
   * A fault as it is added.
   *
   * @param document what it is about and what it does, in the words of whoever adds it
   * @param skip how many matching requests are let through first
   * @param times how many are spoiled then; 0 is for ever
   * @param probability how likely each of those is spoiled, above 0 and up to 1
   * @param seed where its own random numbers start: those of {@link java.util.Random}
   */
  record Rule(String document, int skip, int times, double probability, long seed) {}

  /**
   * A fault and its counts at one moment.
   *
   * @param id its id
   * @param matched how many requests it matched while it was not used up
   * @param spoiled how many it spoiled
   */
  record Counted(String id, Rule rule, long matched, long spoiled) {

    /** Whether it spoils no request any more. */
    public boolean usedUp() {
      return rule.times() > 0 && spoiled >= rule.times();
    }
  }

  /**
   * Those that may still spoil a request, in the order of their addition, or null if that is known
   * only after {@link #armed}. One read where there is none, and the same list object as long as
   * nothing changes.
   */
  @Nullable List<Counted> armedNow();

  /** The same; their counts may be old. */
  CompletionStage<List<Counted>> armed();

  /**
   * Counts a request that a fault matches.
   *
   * @return whether it is to be spoiled; of all requests everywhere exactly as many as the rule
   *     says
   */
  CompletionStage<Boolean> strike(String id);

  /** Adds a fault; empty if there are as many as may be that are not used up. */
  CompletionStage<Optional<Counted>> add(Rule rule);

  /** Every fault, used up or not, in the order of their addition. */
  CompletionStage<List<Counted>> all();

  /** Takes a fault away; false if there is none of this id. */
  CompletionStage<Boolean> remove(String id);

  /** Takes every fault away. */
  CompletionStage<Void> clear();
}

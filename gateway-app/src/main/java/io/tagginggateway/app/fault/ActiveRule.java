package io.tagginggateway.app.fault;

import java.util.Random;

/** A rule with its counts. Any thread may ask; each request is counted exactly once. */
public final class ActiveRule {
  private final String id;
  private final FaultRule rule;
  private final Random random;
  private long matched;
  private long spoiled;

  ActiveRule(String id, FaultRule rule) {
    this.id = id;
    this.rule = rule;
    this.random = new Random(rule.seed());
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** What it says. */
  public FaultRule rule() {
    return rule;
  }

  /** How many requests it matched so far, while it was not used up. */
  public synchronized long matched() {
    return matched;
  }

  /** How many requests it spoiled so far. */
  public synchronized long spoiled() {
    return spoiled;
  }

  synchronized boolean usedUp() {
    return rule.times() > 0 && spoiled >= rule.times();
  }

  /** Counts a matching request; true if it is to be spoiled. */
  synchronized boolean take() {
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

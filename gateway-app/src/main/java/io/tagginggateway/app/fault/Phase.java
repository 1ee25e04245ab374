package io.tagginggateway.app.fault;

import java.util.Locale;

/** When a fault strikes. A fault that only shortens or refuses a list is the same in both. */
public enum Phase {
  /** Before the product is asked: the request takes no effect. */
  BEFORE,
  /** After the request took effect: its answer is spoiled. */
  AFTER;

  /** The name in rules. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.tagginggateway.app.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of faults. */
public enum FaultType {
  /** An error in the product's own envelope. */
  ERROR,
  /** An answer that comes late. */
  DELAY,
  /** A connection that is reset. */
  RESET,
  /** An answer that breaks off. */
  TRUNCATE,
  /** The page of a load balancer. */
  HTML,
  /** A NextToken that is refused. */
  EXPIRE_TOKEN,
  /** Short pages. */
  PAGE_SIZE,
  /** The right answer in the other envelope. */
  ENVELOPE,
  /** Another body. */
  BODY,
  /** A body that is no document. */
  GARBAGE,
  /** An answer that comes in small pieces. */
  DRIBBLE,
  /** A connection that ends without an answer. */
  EMPTY;

  /** The names of all kinds. */
  static List<String> wireNames() {
    return Arrays.stream(values()).map(FaultType::wireName).toList();
  }

  /** The name in rules and metrics. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of this name, or null if there is none. */
  static @Nullable FaultType of(String wireName) {
    for (FaultType type : values()) {
      if (type.wireName().equals(wireName)) {
        return type;
      }
    }
    return null;
  }
}

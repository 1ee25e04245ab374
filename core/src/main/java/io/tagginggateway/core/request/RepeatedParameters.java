package io.tagginggateway.core.request;

import org.jspecify.annotations.Nullable;

/**
 * Short parameters that were seen lately, found by the characters that they are sent as: what most
 * requests repeat is neither decoded nor made again. Of any other parameter at least the name is
 * shared. Bounded: a parameter takes the place of another one, and 512 of the longest take 300 KB
 * at most, their names included. Thread-safe: whoever loses a race has a parameter of its own.
 */
public final class RepeatedParameters {
  private static final int PLACES = 512;

  private final @Nullable Seen[] seen;
  private final RepeatedTexts names;

  private record Seen(String raw, Parameter decoded) {}

  /** Knows no parameter. */
  public RepeatedParameters() {
    this(PLACES, new RepeatedTexts());
  }

  private RepeatedParameters(int places, RepeatedTexts names) {
    this.seen = new Seen[places];
    this.names = names;
  }

  /** Hardly remembers anything, and costs as little: for parameters that are parsed once. */
  static RepeatedParameters few() {
    return new RepeatedParameters(1, new RepeatedTexts(1));
  }

  /** What a part of a query or a form says; null if it cannot be decoded. */
  @Nullable Parameter of(String raw, int start, int end) {
    int length = end - start;
    if (length > RepeatedTexts.MAX_LENGTH) {
      return decoded(raw, start, end);
    }
    int place = RepeatedTexts.hash(raw, start, end) & (seen.length - 1);
    Seen before = seen[place];
    if (before != null && before.raw.length() == length && raw.startsWith(before.raw, start)) {
      return before.decoded;
    }
    Parameter decoded = decoded(raw, start, end);
    if (decoded != null) {
      seen[place] = new Seen(raw.substring(start, end), decoded);
    }
    return decoded;
  }

  private @Nullable Parameter decoded(String raw, int start, int end) {
    int equals = start;
    while (equals < end && raw.charAt(equals) != '=') {
      equals++;
    }
    String name = PercentDecoder.decode(raw, start, equals);
    String value = equals == end ? "" : PercentDecoder.decode(raw, equals + 1, end);
    return name == null || value == null ? null : new Parameter(names.of(name), value);
  }
}

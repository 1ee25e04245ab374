package io.tagginggateway.core.auth;

import org.jspecify.annotations.Nullable;

/**
 * Lists of signed headers that were seen lately: a client signs the same with each request, and to
 * sort them out takes longer than to compare them. Bounded: a list takes the place of another one,
 * and 16 of the longest take 250 KB at most, if each has 256 names of one letter. Thread-safe:
 * whoever loses a race has a list of its own.
 */
final class RepeatedSignedHeaders {
  private static final int PLACES = 16;

  /** The longest that is remembered, in characters. */
  private static final int MAX_LENGTH = 512;

  private final @Nullable Seen[] seen = new Seen[PLACES];

  private record Seen(String list, SignedHeaders headers) {}

  /** Those that a client lists, with semicolons between them. */
  SignedHeaders of(String list) {
    if (list.length() > MAX_LENGTH) {
      return SignedHeaders.parse(list);
    }
    int place = list.length() % PLACES;
    Seen before = seen[place];
    if (before != null && before.list.equals(list)) {
      return before.headers;
    }
    SignedHeaders headers = SignedHeaders.parse(list);
    seen[place] = new Seen(list, headers);
    return headers;
  }
}

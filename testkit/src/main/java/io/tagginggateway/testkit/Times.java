package io.tagginggateway.testkit;

/** How many requests are expected. Immutable. */
public final class Times {
  private final int atLeast;
  private final int atMost;
  private final String words;

  private Times(int atLeast, int atMost, String words) {
    if (atLeast < 0) {
      throw new IllegalArgumentException("expected no negative number, not " + atLeast);
    }
    this.atLeast = atLeast;
    this.atMost = atMost;
    this.words = words;
  }

  /** So many, no more and no less. */
  public static Times exactly(int requests) {
    return new Times(requests, requests, "exactly " + requests);
  }

  /** So many or more. */
  public static Times atLeast(int requests) {
    return new Times(requests, Integer.MAX_VALUE, "at least " + requests);
  }

  /** So many or fewer; {@code 0} is {@link #never}. */
  public static Times atMost(int requests) {
    if (requests < 0) {
      throw new IllegalArgumentException("expected no negative number, not " + requests);
    }
    return new Times(0, requests, "at most " + requests);
  }

  /** Not one. */
  public static Times never() {
    return new Times(0, 0, "none");
  }

  int fewest() {
    return atLeast;
  }

  int most() {
    return atMost;
  }

  @Override
  public String toString() {
    return words;
  }
}

package io.tagginggateway.core.tag;

/**
 * How much one page holds.
 *
 * @param max at least 1
 * @param unit what is counted
 */
public record PageLimit(int max, Unit unit) {

  /** What a page counts. */
  public enum Unit {
    /** Rows: a resource's tags may continue on the next page. */
    ROWS,
    /** Resources: all rows of one resource stay together. */
    RESOURCES
  }

  /** Rejects a limit under which no page could ever end. */
  public PageLimit {
    if (max < 1) {
      throw new IllegalArgumentException("a page holds at least 1, not " + max);
    }
  }
}

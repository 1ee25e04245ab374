package io.tagginggateway.core.product;

import io.tagginggateway.core.tag.PageLimit;

/**
 * How a product cuts its lists into pages.
 *
 * @param unit what a page counts
 * @param defaultSize the size when nobody says
 * @param maxSize the most that may be asked for
 * @param end what the token is when the list ends
 */
public record Paging(PageLimit.Unit unit, int defaultSize, int maxSize, EndOfList end) {
  /** The last page that may be asked for by its number. Chosen. */
  public static final int MAX_NUMBER = 1000;
}

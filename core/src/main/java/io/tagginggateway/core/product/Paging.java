package io.tagginggateway.core.product;

import io.tagginggateway.core.tag.PageLimit;

/**
 * How a product cuts its lists into pages. Where pages count rows, the client says how many by
 * {@code MaxResults}; where they count resources, the gateway's settings do.
 *
 * @param unit what a page counts
 * @param defaultSize the size when nobody says
 * @param maxSize the most that may be asked for
 */
public record Paging(PageLimit.Unit unit, int defaultSize, int maxSize) {}

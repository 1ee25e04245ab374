package io.tagginggateway.core.tag;

import java.util.List;

/**
 * A resource on a page, with the tags that the page shows of it: one row each.
 *
 * @param id the resource id
 * @param tags the rows, ordered by key; never empty on a page
 */
public record TaggedResource(String id, List<Tag> tags) {}

package io.tagginggateway.core.tag;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list asks of one partition: the given resources (all, if none is given) that satisfy every
 * filter.
 *
 * @param resourceIds distinct ids; empty means any resource
 * @param filters filters with distinct keys, all of which must hold; empty means every tag is shown
 * @param limit the size of the page
 * @param after where the page before ended; null for the first page
 */
public record TagQuery(
    List<String> resourceIds, List<TagFilter> filters, PageLimit limit, @Nullable Cursor after) {}

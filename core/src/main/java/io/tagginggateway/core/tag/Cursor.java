package io.tagginggateway.core.tag;

import org.jspecify.annotations.Nullable;

/**
 * The last thing a page returned. It names a place in the stable order and not a count of rows, so
 * that the next page is right even when tags changed in between.
 *
 * @param position the place of the last resource returned
 * @param lastKey the key of its last row returned; null when the resource was returned whole
 */
public record Cursor(int position, @Nullable String lastKey) {}

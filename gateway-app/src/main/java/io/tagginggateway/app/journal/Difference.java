package io.tagginggateway.app.journal;

import org.jspecify.annotations.Nullable;

/**
 * What an entry has otherwise than it is wanted.
 *
 * @param field the field, such as {@code action} or {@code parameters.ResourceId.1}
 * @param expected what is wanted; null if it should not be there
 * @param got what the entry has; null if it has nothing
 */
public record Difference(String field, @Nullable String expected, @Nullable String got) {}

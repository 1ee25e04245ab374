/** The tables, and how they come to be as this version needs them. */
@NullMarked
package io.tagginggateway.store.postgresql.schema;

import org.jspecify.annotations.NullMarked;

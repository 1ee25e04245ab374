/** Tags in PostgreSQL. */
@NullMarked
package io.tagginggateway.store.postgresql.tags;

import org.jspecify.annotations.NullMarked;

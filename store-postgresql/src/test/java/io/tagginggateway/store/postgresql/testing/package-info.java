/** A real PostgreSQL for tests. */
@NullMarked
package io.tagginggateway.store.postgresql.testing;

import org.jspecify.annotations.NullMarked;

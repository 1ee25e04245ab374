/** Tests of what is in this package. */
@NullMarked
package io.tagginggateway.store.postgresql.db;

import org.jspecify.annotations.NullMarked;

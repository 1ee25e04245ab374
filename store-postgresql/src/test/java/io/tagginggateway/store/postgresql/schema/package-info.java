/** Tests of what is in this package. */
@NullMarked
package io.tagginggateway.store.postgresql.schema;

import org.jspecify.annotations.NullMarked;

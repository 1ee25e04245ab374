/** Tests of starts. */
@NullMarked
package io.tagginggateway.store.postgresql.start;

import org.jspecify.annotations.NullMarked;

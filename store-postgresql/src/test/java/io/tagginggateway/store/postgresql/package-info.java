/** Tests of the store as a whole. */
@NullMarked
package io.tagginggateway.store.postgresql;

import org.jspecify.annotations.NullMarked;

/**
 * What every store must hold, as tests: a test class implements {@link
 * io.tagginggateway.core.testing.store.TagStoreContract} and its one factory method.
 */
@NullMarked
package io.tagginggateway.core.testing.store;

import org.jspecify.annotations.NullMarked;

/**
 * Everything that a gateway keeps between requests, as interfaces. {@link
 * io.tagginggateway.core.state.State} is what one request sees of it. Whoever keeps it elsewhere
 * than in memory implements these and {@link io.tagginggateway.core.tag.TagStore}.
 */
@NullMarked
package io.tagginggateway.core.state;

import org.jspecify.annotations.NullMarked;

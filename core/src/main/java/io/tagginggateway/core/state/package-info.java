/**
 * Everything that a gateway keeps between requests, as interfaces. {@link
 * io.tagginggateway.core.state.Stores} is all of it, {@link io.tagginggateway.core.state.State}
 * what one request sees of it. Whoever keeps it elsewhere than in memory implements these, {@link
 * io.tagginggateway.core.tag.TagStore} and {@link io.tagginggateway.core.auth.Nonces}.
 */
@NullMarked
package io.tagginggateway.core.state;

import org.jspecify.annotations.NullMarked;

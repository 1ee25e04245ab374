/**
 * Everything that a gateway keeps between requests, as interfaces. {@link
 * io.tagginggateway.core.state.Stores} is all of it, {@link io.tagginggateway.core.state.State}
 * what one request sees of it, {@link io.tagginggateway.core.state.Draft} what fixtures become
 * before they take its place. Whoever keeps it elsewhere than in memory implements these, {@link
 * io.tagginggateway.core.tag.TagStore}, {@link io.tagginggateway.core.resource.ResourceStore},
 * {@link io.tagginggateway.core.state.FaultStore} and {@link io.tagginggateway.core.auth.Nonces};
 * the contract of each is a suite in {@code core/src/test/java/…/testing/store}.
 */
@NullMarked
package io.tagginggateway.core.state;

import org.jspecify.annotations.NullMarked;

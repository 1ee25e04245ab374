/**
 * The in-memory tag store: an inverted index of immutable snapshots, so that readers never wait.
 */
@NullMarked
package io.tagginggateway.core.store;

import org.jspecify.annotations.NullMarked;

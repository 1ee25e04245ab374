/**
 * All that gateways share besides tags. {@link io.tagginggateway.store.postgresql.state.PgStores}
 * is all of it. What each request needs and seldom changes, keys, accounts and faults, every
 * gateway has a {@link io.tagginggateway.store.postgresql.state.SharedCopy} of, which its {@link
 * io.tagginggateway.store.postgresql.state.Lease} keeps true.
 */
@NullMarked
package io.tagginggateway.store.postgresql.state;

import org.jspecify.annotations.NullMarked;

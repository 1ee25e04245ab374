package io.tagginggateway.core.store;

/** An entry of a {@link HashTrie}, found by its key. */
interface Keyed {
  Object key();
}

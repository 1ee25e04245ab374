package io.tagginggateway.core.store;

import io.tagginggateway.core.tag.TagStore;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one partition at one moment. Never changed: an {@link Edit} makes the next one.
 *
 * @param ids resources by id
 * @param ordinals resources by ordinal
 * @param keys postings by tag key
 * @param tags postings by tag
 * @param free ordinals to reuse
 * @param end one more than the largest ordinal ever used
 * @param size what it holds
 * @param bytes about how much memory that takes, but for what it shares with another partition
 */
record Snapshot(
    HashTrie<Resource> ids,
    Ordinals ordinals,
    HashTrie<Posting> keys,
    HashTrie<Posting> tags,
    @Nullable FreeOrdinals free,
    int end,
    TagStore.Size size,
    long bytes) {

  static final Snapshot EMPTY =
      new Snapshot(
          HashTrie.empty(),
          Ordinals.EMPTY,
          HashTrie.empty(),
          HashTrie.empty(),
          null,
          0,
          TagStore.Size.NONE,
          0);

  /** The same for another partition, with which it shares everything. */
  Snapshot shared() {
    return new Snapshot(ids, ordinals, keys, tags, free, end, size, 0);
  }
}

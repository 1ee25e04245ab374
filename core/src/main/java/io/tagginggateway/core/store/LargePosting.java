package io.tagginggateway.core.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.ArrayContainer;
import org.roaringbitmap.Container;

/**
 * Many ordinals, in compressed chunks of 65,536 each. It is changed in place by the edit that owns
 * it; any other makes a copy that shares the chunks which did not change.
 */
final class LargePosting extends Posting {
  private static final Chunk[] NO_CHUNKS = new Chunk[0];

  private final Object owner;
  private int size;
  private @Nullable Chunk[] chunks;
  private @Nullable Version apart;

  private LargePosting(Object key, Object owner, int size, @Nullable Chunk[] chunks) {
    super(key);
    this.owner = owner;
    this.size = size;
    this.chunks = chunks;
  }

  private record Chunk(Container ordinals, Object owner) {}

  /** Names a posting as an edit left it; the posting itself would keep its chunks alive. */
  private record Version(Object key, Object owner) {}

  /** Whether {@link #rememberApart} was told last of this other one, as it is now. */
  boolean isApart(LargePosting other) {
    Version known = apart;
    return known != null && known.key == other.key() && known.owner == other.owner;
  }

  /** Remembers that it shares nothing with another one. Any thread, once the edit is over. */
  void rememberApart(LargePosting other) {
    apart = new Version(other.key(), other.owner);
  }

  /** A posting of these ordinals. */
  static LargePosting of(Object key, int[] ordinals, Object edit) {
    LargePosting posting = new LargePosting(key, edit, ordinals.length, NO_CHUNKS);
    for (int ordinal : ordinals) {
      posting.add(ordinal, edit);
    }
    return posting;
  }

  @Override
  int size() {
    return size;
  }

  @Override
  int chunks() {
    return chunks.length;
  }

  @Override
  @Nullable Container chunk(int index) {
    Chunk chunk = index < chunks.length ? chunks[index] : null;
    return chunk == null ? null : chunk.ordinals;
  }

  @Override
  int next(int from) {
    char low = (char) from;
    for (int i = from >>> Character.SIZE; i < chunks.length; i++) {
      Chunk chunk = chunks[i];
      if (chunk != null) {
        int value = chunk.ordinals.nextValue(low);
        if (value >= 0) {
          return i << Character.SIZE | value;
        }
      }
      low = 0;
    }
    return -1;
  }

  @Override
  Posting with(int ordinal, Object edit) {
    LargePosting posting = forEdit(edit);
    posting.add(ordinal, edit);
    posting.size++;
    return posting;
  }

  @Override
  Posting without(int ordinal, Object edit) {
    LargePosting posting = forEdit(edit);
    posting.remove(ordinal, edit);
    posting.size--;
    return posting.size > MAX_FEW / 2 ? posting : new Few(key(), posting.ordinals());
  }

  private LargePosting forEdit(Object edit) {
    return owner == edit ? this : new LargePosting(key(), edit, size, chunks.clone());
  }

  private int[] ordinals() {
    int[] ordinals = new int[size];
    int next = -1;
    for (int i = 0; i < size; i++) {
      next = next(next + 1);
      ordinals[i] = next;
    }
    return ordinals;
  }

  private void add(int ordinal, Object edit) {
    int index = ordinal >>> Character.SIZE;
    if (index >= chunks.length) {
      compactLast();
      chunks = Arrays.copyOf(chunks, index + 1);
    }
    Container ordinals = forEdit(chunks[index], edit).add((char) ordinal);
    chunks[index] = new Chunk(ordinals, edit);
  }

  /**
   * Takes the room to grow from the last chunk, which a clone has not. Ordinals are given out in
   * order, so that a chunk which is not the last one rarely changes. Runs would be smaller at
   * first, and sixteen times as large as a bitmap once every other ordinal is gone.
   */
  private void compactLast() {
    int last = chunks.length - 1;
    Chunk chunk = last < 0 ? null : chunks[last];
    if (chunk != null && chunk.ordinals instanceof ArrayContainer few) {
      chunks[last] = new Chunk(few.clone(), chunk.owner);
    }
  }

  private void remove(int ordinal, Object edit) {
    int index = ordinal >>> Character.SIZE;
    Container ordinals = forEdit(chunks[index], edit).remove((char) ordinal);
    chunks[index] = ordinals.isEmpty() ? null : new Chunk(ordinals, edit);
  }

  private static Container forEdit(@Nullable Chunk chunk, Object edit) {
    if (chunk == null) {
      return new ArrayContainer();
    }
    return chunk.owner == edit ? chunk.ordinals : chunk.ordinals.clone();
  }
}

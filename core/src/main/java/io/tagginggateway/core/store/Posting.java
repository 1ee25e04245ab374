package io.tagginggateway.core.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.ArrayContainer;
import org.roaringbitmap.Container;

/**
 * The ordinals of the resources that carry one key, or one tag. A single ordinal stands in a field,
 * a few in an array, many in compressed chunks of 65,536 each. A change returns the posting to use
 * from now on: this one, if the edit owns it, else a copy that shares what did not change.
 */
final class Posting implements Keyed {
  private static final int MAX_FEW = 32;
  private static final Chunk[] NO_CHUNKS = new Chunk[0];

  private final Object key;
  private final Object owner;
  private int size;
  private int single;
  private int @Nullable [] few;
  private @Nullable Chunk[] chunks = NO_CHUNKS;

  private Posting(Object key, Object owner) {
    this.key = key;
    this.owner = owner;
  }

  private record Chunk(Container ordinals, Object owner) {}

  /** A posting of one ordinal. */
  static Posting of(Object key, int ordinal, Object edit) {
    Posting posting = new Posting(key, edit);
    posting.size = 1;
    posting.single = ordinal;
    return posting;
  }

  @Override
  public Object key() {
    return key;
  }

  int size() {
    return size;
  }

  /** Whether it holds more than an array ever does, and so does every larger one. */
  boolean isLarge() {
    return size > MAX_FEW;
  }

  /** One more than the index of its last chunk; none unless it {@link #isLarge}. */
  int chunks() {
    return chunks.length;
  }

  /** The lower halves of its ordinals whose upper half is {@code index}, or null; only to read. */
  @Nullable Container chunk(int index) {
    Chunk chunk = index < chunks.length ? chunks[index] : null;
    return chunk == null ? null : chunk.ordinals;
  }

  /** The smallest ordinal from {@code from} on, or -1. */
  int next(int from) {
    if (size == 1) {
      return single >= from ? single : -1;
    }
    if (few != null) {
      int found = Arrays.binarySearch(few, 0, size, from);
      int index = found < 0 ? -found - 1 : found;
      return index < size ? few[index] : -1;
    }
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

  /** With an ordinal that is not in it. */
  Posting with(int ordinal, Object edit) {
    Posting posting = forEdit(edit);
    if (posting.few != null && size == MAX_FEW) {
      posting.spread(posting.few, edit);
    }
    if (posting.chunks.length == 0) {
      posting.insert(ordinal);
    } else {
      posting.addToChunk(ordinal, edit);
    }
    posting.size++;
    return posting;
  }

  /** Without an ordinal that is in it; null when it was the last. */
  @Nullable Posting without(int ordinal, Object edit) {
    if (size == 1) {
      return null;
    }
    Posting posting = forEdit(edit);
    if (posting.few != null) {
      posting.delete(posting.few, ordinal);
    } else {
      posting.removeFromChunk(ordinal, edit);
      if (posting.size - 1 == MAX_FEW / 2) {
        posting.gather();
      }
    }
    posting.size--;
    return posting;
  }

  private Posting forEdit(Object edit) {
    if (owner == edit) {
      return this;
    }
    Posting copy = new Posting(key, edit);
    copy.size = size;
    copy.single = single;
    copy.few = few == null ? null : few.clone();
    copy.chunks = chunks.length == 0 ? chunks : chunks.clone();
    return copy;
  }

  private void insert(int ordinal) {
    int[] before = few != null ? few : new int[] {single};
    int index = -Arrays.binarySearch(before, 0, size, ordinal) - 1;
    int[] after =
        before.length > size ? before : Arrays.copyOf(before, Math.min(MAX_FEW, 2 * size));
    System.arraycopy(before, index, after, index + 1, size - index);
    after[index] = ordinal;
    few = after;
  }

  private void delete(int[] ordinals, int ordinal) {
    int index = Arrays.binarySearch(ordinals, 0, size, ordinal);
    System.arraycopy(ordinals, index + 1, ordinals, index, size - 1 - index);
    if (size == 2) {
      single = ordinals[0];
      few = null;
    }
  }

  private void spread(int[] ordinals, Object edit) {
    few = null;
    for (int ordinal : ordinals) {
      addToChunk(ordinal, edit);
    }
  }

  private void gather() {
    int[] ordinals = new int[MAX_FEW / 2];
    int next = -1;
    for (int i = 0; i < ordinals.length; i++) {
      next = next(next + 1);
      ordinals[i] = next;
    }
    few = ordinals;
    chunks = NO_CHUNKS;
  }

  private void addToChunk(int ordinal, Object edit) {
    int index = ordinal >>> Character.SIZE;
    if (index >= chunks.length) {
      chunks = Arrays.copyOf(chunks, index + 1);
    }
    Container ordinals = forEdit(chunks[index], edit).add((char) ordinal);
    chunks[index] = new Chunk(ordinals, edit);
  }

  private void removeFromChunk(int ordinal, Object edit) {
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

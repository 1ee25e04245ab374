package io.tagginggateway.core.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.Container;

/**
 * The ordinals of the resources that carry one key, or one tag. Most tags of a large store are of
 * one resource alone, so that each form holds no field that it does not need. A change returns the
 * posting to use from now on.
 */
abstract sealed class Posting implements Keyed permits Posting.One, Posting.Few, LargePosting {
  /** How many an array holds at most. */
  static final int MAX_FEW = 32;

  private final Object key;

  Posting(Object key) {
    this.key = key;
  }

  /** A posting of one ordinal. */
  static Posting of(Object key, int ordinal) {
    return new One(key, ordinal);
  }

  @Override
  public final Object key() {
    return key;
  }

  abstract int size();

  /** Whether it holds more than an array ever does, and so does every larger one. */
  final boolean isLarge() {
    return size() > MAX_FEW;
  }

  /** One more than the index of its last chunk; none unless it {@link #isLarge}. */
  int chunks() {
    return 0;
  }

  /** The lower halves of its ordinals whose upper half is {@code index}, or null; only to read. */
  @Nullable Container chunk(int index) {
    return null;
  }

  /** The smallest ordinal from {@code from} on, or -1. */
  abstract int next(int from);

  /** With an ordinal that is not in it. */
  abstract Posting with(int ordinal, Object edit);

  /** Without an ordinal that is in it; null when it was the last. */
  abstract @Nullable Posting without(int ordinal, Object edit);

  /** A single ordinal. */
  static final class One extends Posting {
    private final int ordinal;

    private One(Object key, int ordinal) {
      super(key);
      this.ordinal = ordinal;
    }

    @Override
    int size() {
      return 1;
    }

    @Override
    int next(int from) {
      return ordinal >= from ? ordinal : -1;
    }

    @Override
    Posting with(int added, Object edit) {
      return new Few(key(), new int[] {Math.min(ordinal, added), Math.max(ordinal, added)});
    }

    @Override
    @Nullable Posting without(int removed, Object edit) {
      return null;
    }
  }

  /** At least two, in order. */
  static final class Few extends Posting {
    private final int[] ordinals;

    Few(Object key, int[] ordinals) {
      super(key);
      this.ordinals = ordinals;
    }

    @Override
    int size() {
      return ordinals.length;
    }

    @Override
    int next(int from) {
      int found = Arrays.binarySearch(ordinals, from);
      int index = found < 0 ? -found - 1 : found;
      return index < ordinals.length ? ordinals[index] : -1;
    }

    @Override
    Posting with(int added, Object edit) {
      if (ordinals.length == MAX_FEW) {
        return LargePosting.of(key(), ordinals, edit).with(added, edit);
      }
      int index = -Arrays.binarySearch(ordinals, added) - 1;
      int[] more = Arrays.copyOf(ordinals, ordinals.length + 1);
      System.arraycopy(ordinals, index, more, index + 1, ordinals.length - index);
      more[index] = added;
      return new Few(key(), more);
    }

    @Override
    Posting without(int removed, Object edit) {
      int index = Arrays.binarySearch(ordinals, removed);
      if (ordinals.length == 2) {
        return new One(key(), ordinals[1 - index]);
      }
      int[] fewer = Arrays.copyOf(ordinals, ordinals.length - 1);
      System.arraycopy(ordinals, index + 1, fewer, index, fewer.length - index);
      return new Few(key(), fewer);
    }
  }
}

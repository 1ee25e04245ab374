package io.tagginggateway.core.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A persistent hash map: a change copies the path to one entry and leaves every older version as it
 * was. A node made under an {@code owner} is still private to that edit, which changes it in place.
 * A slot holds an entry, a bucket of a few entries, or a node below.
 */
final class HashTrie<E extends Keyed> {
  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;

  /** Entries that are looked through: a node for so few would be larger than they are. */
  private static final int BUCKET = 8;

  private final Object owner;
  private int bitmap;
  private Object[] slots;

  private HashTrie(Object owner, int bitmap, Object[] slots) {
    this.owner = owner;
    this.bitmap = bitmap;
    this.slots = slots;
  }

  static <E extends Keyed> HashTrie<E> empty() {
    return new HashTrie<>(new Object(), 0, new Object[0]);
  }

  boolean isEmpty() {
    return slots.length == 0;
  }

  @Nullable E get(Object key) {
    HashTrie<E> node = this;
    int hash = hash(key);
    for (int shift = 0; ; shift += BITS) {
      int bit = 1 << (hash >>> shift & MASK);
      if ((node.bitmap & bit) == 0) {
        return null;
      }
      Object slot = node.slots[node.index(bit)];
      if (!(slot instanceof HashTrie<?>)) {
        return find(slot, key);
      }
      node = child(slot);
    }
  }

  private @Nullable E find(Object slot, Object key) {
    if (slot instanceof Object[] bucket) {
      int index = indexOf(bucket, key);
      return index < 0 ? null : entry(bucket[index]);
    }
    E entry = entry(slot);
    return entry.key().equals(key) ? entry : null;
  }

  /** With this entry, in the place of one with the same key. */
  HashTrie<E> with(E entry, Object edit) {
    return with(entry, hash(entry.key()), 0, edit);
  }

  /** Without the entry of this key. */
  HashTrie<E> without(Object key, Object edit) {
    return without(key, hash(key), 0, edit);
  }

  private HashTrie<E> with(E entry, int hash, int shift, Object edit) {
    int bit = 1 << (hash >>> shift & MASK);
    int index = index(bit);
    if ((bitmap & bit) == 0) {
      return insert(index, bit, entry, edit);
    }
    Object slot = slots[index];
    Object after =
        slot instanceof HashTrie<?>
            ? child(slot).with(entry, hash, shift + BITS, edit)
            : together(slot, entry, shift + BITS, edit);
    return set(index, after, edit);
  }

  /** The slot for an entry and those that had it before, which become a node if they are many. */
  private Object together(Object slot, E entry, int shift, Object edit) {
    Object[] bucket = bucket(slot);
    int same = indexOf(bucket, entry.key());
    if (same >= 0) {
      return replaced(bucket, same, entry);
    }
    if (bucket.length < BUCKET || shift >= Integer.SIZE) {
      Object[] more = Arrays.copyOf(bucket, bucket.length + 1);
      more[bucket.length] = entry;
      return more;
    }
    HashTrie<E> node = new HashTrie<>(edit, 0, new Object[0]);
    for (Object one : bucket) {
      node = node.with(entry(one), hash(entry(one).key()), shift, edit);
    }
    return node.with(entry, hash(entry.key()), shift, edit);
  }

  private Object replaced(Object[] bucket, int index, E entry) {
    if (bucket.length == 1) {
      return entry;
    }
    Object[] others = bucket.clone();
    others[index] = entry;
    return others;
  }

  private HashTrie<E> without(Object key, int hash, int shift, Object edit) {
    int bit = 1 << (hash >>> shift & MASK);
    if ((bitmap & bit) == 0) {
      return this;
    }
    int index = index(bit);
    Object slot = slots[index];
    if (slot instanceof HashTrie<?>) {
      HashTrie<E> child = child(slot).without(key, hash, shift + BITS, edit);
      return set(index, child.isNeeded() ? child : child.slots[0], edit);
    }
    Object[] bucket = bucket(slot);
    int gone = indexOf(bucket, key);
    if (gone < 0) {
      return this;
    }
    return bucket.length == 1 ? remove(index, bit, edit) : set(index, less(bucket, gone), edit);
  }

  /** Whether the slot above could not hold all that is in this node. */
  private boolean isNeeded() {
    return slots.length > 1 || slots[0] instanceof HashTrie<?> || bucket(slots[0]).length > BUCKET;
  }

  private static Object less(Object[] bucket, int gone) {
    if (bucket.length == 2) {
      return bucket[1 - gone];
    }
    Object[] fewer = Arrays.copyOf(bucket, bucket.length - 1);
    System.arraycopy(bucket, gone + 1, fewer, gone, fewer.length - gone);
    return fewer;
  }

  private HashTrie<E> set(int index, Object slot, Object edit) {
    if (slots[index] == slot) {
      return this;
    }
    HashTrie<E> node = owner == edit ? this : new HashTrie<>(edit, bitmap, slots.clone());
    node.slots[index] = slot;
    return node;
  }

  private HashTrie<E> insert(int index, int bit, Object slot, Object edit) {
    Object[] more = Arrays.copyOf(slots, slots.length + 1);
    System.arraycopy(slots, index, more, index + 1, slots.length - index);
    more[index] = slot;
    return replace(bitmap | bit, more, edit);
  }

  private HashTrie<E> remove(int index, int bit, Object edit) {
    Object[] fewer = Arrays.copyOf(slots, slots.length - 1);
    System.arraycopy(slots, index + 1, fewer, index, fewer.length - index);
    return replace(bitmap & ~bit, fewer, edit);
  }

  private HashTrie<E> replace(int newBitmap, Object[] newSlots, Object edit) {
    if (owner != edit) {
      return new HashTrie<>(edit, newBitmap, newSlots);
    }
    bitmap = newBitmap;
    slots = newSlots;
    return this;
  }

  private int index(int bit) {
    return Integer.bitCount(bitmap & (bit - 1));
  }

  /** The entries of a slot that is no node. */
  private static Object[] bucket(Object slot) {
    return slot instanceof Object[] bucket ? bucket : new Object[] {slot};
  }

  private static int indexOf(Object[] bucket, Object key) {
    for (int i = 0; i < bucket.length; i++) {
      if (((Keyed) bucket[i]).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private static int hash(Object key) {
    return key.hashCode() * 0x9E3779B9;
  }

  @SuppressWarnings("unchecked") // a slot holds what with() put there
  private E entry(Object slot) {
    return (E) slot;
  }

  @SuppressWarnings("unchecked")
  private HashTrie<E> child(Object slot) {
    return (HashTrie<E>) slot;
  }
}

package io.tagginggateway.core.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A persistent hash map: a change copies the path to one entry and leaves every older version as it
 * was. A node made under an {@code owner} is still private to that edit, which changes it in place.
 */
final class HashTrie<E extends Keyed> {
  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;

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
    for (int shift = 0; shift < Integer.SIZE; shift += BITS) {
      int bit = 1 << (hash >>> shift & MASK);
      if ((node.bitmap & bit) == 0) {
        return null;
      }
      Object slot = node.slots[node.index(bit)];
      if (!(slot instanceof HashTrie<?>)) {
        E entry = entry(slot);
        return entry.key().equals(key) ? entry : null;
      }
      node = child(slot);
    }
    int collision = node.indexOfCollision(key);
    return collision < 0 ? null : entry(node.slots[collision]);
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
    if (shift >= Integer.SIZE) {
      int same = indexOfCollision(entry.key());
      return same >= 0 ? set(same, entry, edit) : insert(slots.length, 0, entry, edit);
    }
    int bit = 1 << (hash >>> shift & MASK);
    int index = index(bit);
    if ((bitmap & bit) == 0) {
      return insert(index, bit, entry, edit);
    }
    Object slot = slots[index];
    if (slot instanceof HashTrie<?>) {
      return set(index, child(slot).with(entry, hash, shift + BITS, edit), edit);
    }
    E other = entry(slot);
    if (other.key().equals(entry.key())) {
      return set(index, entry, edit);
    }
    HashTrie<E> both = new HashTrie<>(edit, 0, new Object[0]);
    both = both.with(other, hash(other.key()), shift + BITS, edit);
    return set(index, both.with(entry, hash, shift + BITS, edit), edit);
  }

  private HashTrie<E> without(Object key, int hash, int shift, Object edit) {
    if (shift >= Integer.SIZE) {
      int collision = indexOfCollision(key);
      return collision < 0 ? this : remove(collision, 0, edit);
    }
    int bit = 1 << (hash >>> shift & MASK);
    if ((bitmap & bit) == 0) {
      return this;
    }
    int index = index(bit);
    Object slot = slots[index];
    if (!(slot instanceof HashTrie<?>)) {
      return entry(slot).key().equals(key) ? remove(index, bit, edit) : this;
    }
    HashTrie<E> child = child(slot).without(key, hash, shift + BITS, edit);
    if (child.slots.length == 0) {
      return remove(index, bit, edit);
    }
    boolean single = child.slots.length == 1 && !(child.slots[0] instanceof HashTrie<?>);
    return set(index, single ? child.slots[0] : child, edit);
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

  private int indexOfCollision(Object key) {
    for (int i = 0; i < slots.length; i++) {
      if (entry(slots[i]).key().equals(key)) {
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

package io.tagginggateway.core.store;

import org.jspecify.annotations.Nullable;

/**
 * A persistent array from ordinal to resource: a trie of 32-way nodes. As in {@link HashTrie}, a
 * node made under an {@code owner} is private to that edit.
 */
final class Ordinals {
  static final Ordinals EMPTY = new Ordinals(new Node(new Object()), 0);

  private static final int BITS = 5;
  private static final int WIDTH = 1 << BITS;
  private static final int MASK = WIDTH - 1;

  private final Node root;
  private final int shift;

  private Ordinals(Node root, int shift) {
    this.root = root;
    this.shift = shift;
  }

  private static final class Node {
    private final Object owner;
    private final @Nullable Object[] slots;

    private Node(Object owner) {
      this(owner, new @Nullable Object[WIDTH]);
    }

    private Node(Object owner, @Nullable Object[] slots) {
      this.owner = owner;
      this.slots = slots;
    }

    private Node forEdit(Object edit) {
      return owner == edit ? this : new Node(edit, slots.clone());
    }
  }

  @Nullable Resource get(int ordinal) {
    if (ordinal >>> shift >= WIDTH) {
      return null;
    }
    Node node = root;
    for (int level = shift; level > 0; level -= BITS) {
      Object child = node.slots[ordinal >>> level & MASK];
      if (child == null) {
        return null;
      }
      node = (Node) child;
    }
    return (Resource) node.slots[ordinal & MASK];
  }

  Ordinals with(int ordinal, @Nullable Resource resource, Object edit) {
    Node newRoot = root.forEdit(edit);
    int newShift = shift;
    while (ordinal >>> newShift >= WIDTH) {
      Node above = new Node(edit);
      above.slots[0] = newRoot;
      newRoot = above;
      newShift += BITS;
    }
    Node node = newRoot;
    for (int level = newShift; level > 0; level -= BITS) {
      int slot = ordinal >>> level & MASK;
      Object child = node.slots[slot];
      Node next = child == null ? new Node(edit) : ((Node) child).forEdit(edit);
      node.slots[slot] = next;
      node = next;
    }
    node.slots[ordinal & MASK] = resource;
    return newRoot == root ? this : new Ordinals(newRoot, newShift);
  }
}

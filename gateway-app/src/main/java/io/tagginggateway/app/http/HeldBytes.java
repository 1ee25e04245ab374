package io.tagginggateway.app.http;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;

/** Bytes of a connection that are not decoded yet. Lives on the connection's event loop. */
final class HeldBytes {
  private final ArrayDeque<ByteBuf> buffers = new ArrayDeque<>(0);
  private long size;

  boolean isEmpty() {
    return buffers.isEmpty();
  }

  /** What they take in memory. */
  long size() {
    return size;
  }

  /** Keeps bytes behind all others. */
  void addLast(ByteBuf bytes) {
    buffers.addLast(bytes);
    size += bytes.capacity();
  }

  /** Keeps bytes before all others. */
  void addFirst(ByteBuf bytes) {
    buffers.addFirst(bytes);
    size += bytes.capacity();
  }

  /** Takes out the first. */
  ByteBuf remove() {
    ByteBuf bytes = buffers.removeFirst();
    size -= bytes.capacity();
    return bytes;
  }

  /** Gives all of them up. */
  void release() {
    buffers.forEach(ByteBuf::release);
    buffers.clear();
    size = 0;
  }
}

package io.tagginggateway.store.postgresql.tags;

import io.tagginggateway.core.tag.Cursor;
import io.tagginggateway.core.tag.ForeignCursorException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as this store's cursors hold it: one byte that tells this store's cursors
 * from others and whether a key follows, eight bytes of the place in the order, and the key in
 * UTF-8.
 *
 * @param ord the place of the last resource returned
 * @param lastKey the key of its last row returned; null when the resource was returned whole
 */
record Position(long ord, @Nullable String lastKey) {
  private static final int HEADER_BYTES = 1 + Long.BYTES;
  private static final byte WHOLE = (byte) 0xD0;
  private static final byte INSIDE = (byte) 0xD1;

  Cursor cursor() {
    byte[] key = lastKey == null ? new byte[0] : lastKey.getBytes(StandardCharsets.UTF_8);
    ByteBuffer place = ByteBuffer.allocate(HEADER_BYTES + key.length);
    place.put(lastKey == null ? WHOLE : INSIDE).putLong(ord).put(key);
    return new Cursor(place.array());
  }

  /** The first place that the next page looks at. */
  long from() {
    return lastKey == null ? ord + 1 : ord;
  }

  /**
   * Reads a cursor.
   *
   * @throws ForeignCursorException if this kind of store did not make it
   */
  static Position of(Cursor cursor) {
    ByteBuffer place = ByteBuffer.wrap(cursor.place());
    if (place.remaining() < HEADER_BYTES) {
      throw new ForeignCursorException();
    }
    byte kind = place.get();
    long ord = place.getLong();
    boolean whole = kind == WHOLE && !place.hasRemaining();
    if (ord < 0 || !(whole || kind == INSIDE)) {
      throw new ForeignCursorException();
    }
    return new Position(ord, whole ? null : StandardCharsets.UTF_8.decode(place).toString());
  }
}

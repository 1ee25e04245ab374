package io.tagginggateway.core.store;

import io.tagginggateway.core.tag.Cursor;
import io.tagginggateway.core.tag.ForeignCursorException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as this store's cursors hold it: four bytes of the ordinal, one that tells
 * whether a key follows, and the key in UTF-8.
 *
 * @param ordinal the place of the last resource returned
 * @param lastKey the key of its last row returned; null when the resource was returned whole
 */
record Place(int ordinal, @Nullable String lastKey) {
  private static final int HEADER_BYTES = Integer.BYTES + 1;
  private static final byte WHOLE = 0;
  private static final byte INSIDE = 1;

  Cursor cursor() {
    byte[] key = lastKey == null ? new byte[0] : lastKey.getBytes(StandardCharsets.UTF_8);
    ByteBuffer place = ByteBuffer.allocate(HEADER_BYTES + key.length);
    place.putInt(ordinal).put(lastKey == null ? WHOLE : INSIDE).put(key);
    return new Cursor(place.array());
  }

  /**
   * Reads a cursor.
   *
   * @throws ForeignCursorException if no memory store made it
   */
  static Place of(Cursor cursor) {
    ByteBuffer place = ByteBuffer.wrap(cursor.place());
    if (place.remaining() < HEADER_BYTES) {
      throw new ForeignCursorException();
    }
    int ordinal = place.getInt();
    byte kind = place.get();
    boolean whole = kind == WHOLE && !place.hasRemaining();
    if (ordinal < 0 || !(whole || kind == INSIDE)) {
      throw new ForeignCursorException();
    }
    return new Place(ordinal, whole ? null : StandardCharsets.UTF_8.decode(place).toString());
  }
}

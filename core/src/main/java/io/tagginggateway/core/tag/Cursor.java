package io.tagginggateway.core.tag;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The last thing that a page returned, in the encoding of the store that returned it. It names a
 * place in the stable order and not a count of rows, so that the next page is right even when tags
 * changed in between. Only its store makes and reads it; to all others it is an opaque array of
 * bytes that they may keep and hand back, also after a restart. Immutable.
 */
public final class Cursor {
  private final byte[] place;

  /**
   * A cursor of these bytes.
   *
   * @param place becomes the cursor's; nobody changes it any more
   */
  public Cursor(byte[] place) {
    this.place = place;
  }

  /** What it holds; not to be changed. */
  public byte[] place() {
    return place;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cursor cursor && Arrays.equals(place, cursor.place);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(place);
  }

  @Override
  public String toString() {
    return "Cursor[" + HexFormat.of().formatHex(place) + "]";
  }
}

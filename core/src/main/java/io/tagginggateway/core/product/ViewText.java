package io.tagginggateway.core.product;

import io.tagginggateway.core.tag.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * A key or a value of a list, in the order of the list.
 *
 * @param text the key or the value
 * @param category who set it; always {@link Category#CUSTOM} for a value
 */
record ViewText(String text, Category category) implements Comparable<ViewText> {
  private static final Comparator<ViewText> ORDER =
      Comparator.comparing(ViewText::text).thenComparing(ViewText::category);

  @Override
  public int compareTo(ViewText other) {
    return ORDER.compare(this, other);
  }

  /** The place after it. */
  Cursor cursor() {
    return new Cursor((category.word().charAt(0) + text).getBytes(StandardCharsets.UTF_8));
  }

  /** The text that a list goes on after; the cursor is one of {@link #cursor}. */
  static ViewText at(Cursor cursor) {
    String place = new String(cursor.place(), StandardCharsets.UTF_8);
    Category by = place.charAt(0) == 'S' ? Category.SYSTEM : Category.CUSTOM;
    return new ViewText(place.substring(1), by);
  }
}

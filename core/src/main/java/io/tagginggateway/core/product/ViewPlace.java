package io.tagginggateway.core.product;

import io.tagginggateway.core.tag.Cursor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Where a list over all products goes on.
 *
 * @param product the code of the product
 * @param type the canonical type
 * @param cursor the place in that partition; null for its beginning
 */
record ViewPlace(String product, String type, @Nullable Cursor cursor) {

  /** The place as one cursor. */
  Cursor cursorOfAll() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(product);
      out.writeUTF(type);
      out.writeBoolean(cursor != null);
      out.write(cursor == null ? new byte[0] : cursor.place());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Cursor(bytes.toByteArray());
  }

  /** The place in a cursor that {@link #cursorOfAll} made. */
  static ViewPlace at(Cursor all) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(all.place()))) {
      String product = in.readUTF();
      String type = in.readUTF();
      boolean inside = in.readBoolean();
      byte[] place = in.readAllBytes();
      return new ViewPlace(product, type, inside ? new Cursor(place) : null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

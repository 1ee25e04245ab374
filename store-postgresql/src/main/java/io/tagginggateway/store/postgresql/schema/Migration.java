package io.tagginggateway.store.postgresql.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A step from one form of the tables to the next. The number of a file that was released never
 * changes, nor does its content.
 *
 * @param version its number; steps are taken in the order of their numbers
 * @param file the name of the file that holds its statements
 */
record Migration(int version, String file) {

  /** All that this version of the gateway knows. */
  static final List<Migration> ALL =
      List.of(
          new Migration(1, "V001-tags.sql"),
          new Migration(2, "V002-fixtures.sql"),
          new Migration(3, "V003-sweep.sql"),
          new Migration(4, "V004-fill.sql"),
          new Migration(10, "V010-shared.sql"),
          new Migration(11, "V011-states.sql"),
          new Migration(12, "V012-created.sql"),
          new Migration(13, "V013-journal.sql"),
          new Migration(20, "V020-bounds.sql"),
          new Migration(21, "V021-journal-plain.sql"),
          new Migration(22, "V022-reload.sql"),
          new Migration(23, "V023-order.sql"));

  String sql() {
    try (InputStream in = Migration.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

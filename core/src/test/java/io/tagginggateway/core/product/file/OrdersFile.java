package io.tagginggateway.core.product.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A good product file of a product that does not exist, and edits of it. */
final class OrdersFile {
  static final String NAME = "Orders-2024-01-01.yaml";

  /** Its text. */
  static final String TEXT = read();

  private OrdersFile() {}

  /** The file with one part, which it has exactly once, put in place of another. */
  static String edited(String part, String by) {
    int at = TEXT.indexOf(part);
    if (at < 0 || TEXT.indexOf(part, at + 1) >= 0) {
      throw new IllegalArgumentException("is not there exactly once: " + part);
    }
    return TEXT.replace(part, by);
  }

  private static String read() {
    try (InputStream in = OrdersFile.class.getResourceAsStream(NAME)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.tagginggateway.core.product.file;

import java.io.IOException;
import java.io.InputStream;

/** The JSON Schema (draft 2020-12) of product files, for editors and other tools. */
public final class ProductFileSchema {
  /** The name of the document. */
  public static final String NAME = "product-file.schema.json";

  private ProductFileSchema() {}

  /**
   * Reads the schema. Blocks.
   *
   * @throws IOException if it is not on the class path
   */
  public static byte[] read() throws IOException {
    try (InputStream in = ProductFileSchema.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IOException(NAME + " is not there");
      }
      return in.readAllBytes();
    }
  }
}

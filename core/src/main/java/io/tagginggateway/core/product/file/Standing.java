package io.tagginggateway.core.product.file;

import java.util.Locale;

/** How a fact of a product is known. */
public enum Standing {
  /** An official page or official metadata says so. */
  DOC,
  /** An official SDK's source says so. */
  SDK,
  /** Seen on the wire, or in what a client sends or can stand. */
  SEEN,
  /** Nothing was found; it is the family's default, or was decided in the file. */
  CHOSEN;

  /** The word in product files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.tagginggateway.core.product;

/** A product file that cannot be used. */
public final class ProductFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param file the file
   * @param line the line, from 1; 0 if it is about the file as a whole
   * @param path where in the document, such as {@code tags[0].limits.ids}; may be empty
   * @param reason what is wrong there
   */
  public ProductFileException(String file, int line, String path, String reason) {
    super(
        file + (line > 0 ? ":" + line : "") + ": " + (path.isEmpty() ? "" : path + ": ") + reason);
  }
}

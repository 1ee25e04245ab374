package io.tagginggateway.core.product;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A product version that is there: its head at once, the rest when it is first asked for.
 * Thread-safe.
 */
public final class ProductEntry {
  private final ProductHead head;
  private final String origin;
  private final Supplier<Product> reader;
  private final Supplier<String> source;
  private volatile @Nullable Product product;

  /**
   * An entry.
   *
   * @param head what routing needs
   * @param origin the file, as messages name it
   * @param reader decodes the product; may be called more than once
   * @param source reads the text of the product file
   */
  public ProductEntry(
      ProductHead head, String origin, Supplier<Product> reader, Supplier<String> source) {
    this.head = head;
    this.origin = origin;
    this.reader = reader;
    this.source = source;
  }

  /** An entry of a product that is there already, without a file. */
  public static ProductEntry of(Product product) {
    return new ProductEntry(product.head(), product.head().title(), () -> product, () -> "");
  }

  /** Who the product is. */
  public ProductHead head() {
    return head;
  }

  /** The file that it comes from, as messages name it. */
  public String origin() {
    return origin;
  }

  /** The product. */
  public Product product() {
    Product known = product;
    if (known == null) {
      known = reader.get();
      product = known;
    }
    return known;
  }

  /** Whether the product was asked for before. */
  public boolean isRead() {
    return product != null;
  }

  /** The text of its product file. */
  public String source() {
    return source.get();
  }
}

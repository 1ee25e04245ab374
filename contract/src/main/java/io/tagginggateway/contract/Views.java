package io.tagginggateway.contract;

import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ViewOperation;
import java.util.List;

/** The operations of products that are a view over the tags of all others. */
public final class Views {
  private Views() {}

  /** The operations of a product's view; empty if it is none. */
  public static List<ViewOperation> of(Product product) {
    return product.operations().stream()
        .filter(ViewOperation.class::isInstance)
        .map(ViewOperation.class::cast)
        .toList();
  }

  /** Whether a product has operations on tags, and so a contract. */
  public static boolean hasContract(Product product) {
    return !product.tagFamilies().isEmpty() || !of(product).isEmpty();
  }
}

package io.tagginggateway.contract;

import io.tagginggateway.contract.ContractDocument.Kind;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents of all products: their names at once, each document when it is asked for.
 * Thread-safe.
 */
public final class ContractDocuments {
  private final Products products;

  /** The documents of these products. */
  public ContractDocuments(Products products) {
    this.products = products;
  }

  /** The name of every document. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (ProductEntry entry : tagging()) {
      for (Kind kind : Kind.values()) {
        names.add(base(entry) + kind.suffix());
      }
    }
    return names;
  }

  /** The document of this name, derived anew; null if there is none. */
  public @Nullable ContractDocument find(String name) {
    for (ProductEntry entry : tagging()) {
      for (Kind kind : Kind.values()) {
        if (name.equals(base(entry) + kind.suffix())) {
          return of(entry, kind);
        }
      }
    }
    return null;
  }

  /** The documents are about operations on tags. */
  private List<ProductEntry> tagging() {
    return products.entries().stream().filter(entry -> Views.hasContract(entry.product())).toList();
  }

  /** A document of a product. */
  public ContractDocument of(ProductEntry entry, Kind kind) {
    return ContractDocument.of(entry, kind, base(entry));
  }

  /** The code alone names a product of one version. */
  private String base(ProductEntry entry) {
    String code = entry.head().code();
    return products.versions(code).size() < 2 ? code : code + "-" + entry.head().version();
  }
}

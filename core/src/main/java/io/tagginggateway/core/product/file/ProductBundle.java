package io.tagginggateway.core.product.file;

import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The product files of one module, as its build compiled them: a class of a module extends this
 * one, has the files beside it, and is found by {@link ServiceLoader}.
 */
public abstract class ProductBundle {

  /** One entry for each file. */
  public final List<ProductEntry> entries() {
    return CompiledProducts.beside(getClass());
  }

  /** All products on the class path. */
  public static Products installed() {
    List<ProductEntry> entries = new ArrayList<>();
    ServiceLoader.load(ProductBundle.class).forEach(bundle -> entries.addAll(bundle.entries()));
    return new Products(entries);
  }
}

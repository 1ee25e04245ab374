package io.tagginggateway.core.product;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The products that are there. Immutable.
 *
 * @param modules one each, ordered by code
 */
public record Products(List<ProductModule> modules) {

  /** Orders them. */
  public Products {
    modules =
        modules.stream().sorted(Comparator.comparing(module -> module.product().code())).toList();
  }

  /** Those on the class path. */
  public static Products installed() {
    return new Products(
        ServiceLoader.load(ProductModule.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /** The product of this code, or null if there is none. */
  public @Nullable ProductModule find(String code) {
    for (ProductModule module : modules) {
      if (module.product().code().equals(code)) {
        return module;
      }
    }
    return null;
  }
}

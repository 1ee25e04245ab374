package io.tagginggateway.app.config;

import io.tagginggateway.core.product.Paging;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.tag.PageLimit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is set for one product.
 *
 * @param hosts extra host names, lower-case
 * @param pageSize how many resources a page holds; 0 where the product's own default counts
 */
public record ProductConfig(List<String> hosts, int pageSize) {
  /** Of a product that nothing is set for. */
  static final ProductConfig DEFAULT = new ProductConfig(List.of(), 0);

  /** Whether nothing is set. */
  boolean isDefault() {
    return hosts.isEmpty() && pageSize == 0;
  }

  /** Whose each host name is: the codes of the products by the names in their files. */
  static Map<String, String> hosts(Products products) {
    Map<String, String> codeByHost = new HashMap<>();
    for (ProductEntry entry : products.entries()) {
      entry.head().hosts().forEach(host -> codeByHost.put(host, entry.head().code()));
    }
    return codeByHost;
  }

  /** Reads what is set for each product, by its code; those without are left out. */
  static Map<String, ProductConfig> readAll(
      ConfigReader reader, Products products, Map<String, String> codeByHost) {
    Map<String, ProductConfig> byCode = new HashMap<>();
    for (String code : products.codes()) {
      ProductConfig set = read(reader, code, products.versions(code), codeByHost);
      if (!set.isDefault()) {
        byCode.put(code, set);
      }
    }
    return Map.copyOf(byCode);
  }

  /**
   * Reads the section of a product, which is one for all of its versions; {@code codeByHost} knows
   * whose each name is, and learns these.
   */
  private static ProductConfig read(
      ConfigReader reader,
      String code,
      List<ProductEntry> versions,
      Map<String, String> codeByHost) {
    String section = "products." + code;
    return new ProductConfig(
        reader.hosts(
            section + ".hosts", host -> code.equals(codeByHost.computeIfAbsent(host, h -> code))),
        pageSize(reader, section + ".page-size", versions));
  }

  /** Only a size that is set needs the product's rules to be read. */
  private static int pageSize(ConfigReader reader, String key, List<ProductEntry> versions) {
    if (!reader.isSet(key)) {
      return 0;
    }
    List<Paging> pagings =
        versions.stream()
            .flatMap(entry -> entry.product().tagFamilies().stream())
            .map(TagFamily::paging)
            .toList();
    // Versions that count rows leave the size to the caller and do not look at this one.
    for (Paging paging : pagings) {
      if (paging.unit() == PageLimit.Unit.RESOURCES) {
        return reader.number(key, paging.defaultSize(), 1, paging.maxSize());
      }
    }
    reader.refuse(
        key,
        pagings.isEmpty()
            ? "cannot be set: it lists no tags"
            : "cannot be set: the caller chooses the page size");
    return 0;
  }
}

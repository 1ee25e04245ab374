package io.tagginggateway.app.config;

import io.tagginggateway.core.product.Paging;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.tag.PageLimit;
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

  /** Reads a product's section; {@code codeByHost} knows whose each name is, and learns these. */
  static ProductConfig read(
      ConfigReader reader, ProductEntry entry, Map<String, String> codeByHost) {
    String code = entry.head().code();
    String section = "products." + code;
    return new ProductConfig(
        reader.hosts(
            section + ".hosts", host -> code.equals(codeByHost.computeIfAbsent(host, h -> code))),
        pageSize(reader, section + ".page-size", entry));
  }

  /** Only a size that is set needs the product's rules to be read. */
  private static int pageSize(ConfigReader reader, String key, ProductEntry entry) {
    if (!reader.isSet(key)) {
      return 0;
    }
    Product product = entry.product();
    if (product.tagFamilies().isEmpty()) {
      reader.refuse(key, "cannot be set: it lists no tags");
      return 0;
    }
    Paging paging = product.tagFamilies().get(0).paging();
    if (paging.unit() == PageLimit.Unit.RESOURCES) {
      return reader.number(key, paging.defaultSize(), 1, paging.maxSize());
    }
    reader.refuse(key, "cannot be set: the caller chooses the page size");
    return 0;
  }
}

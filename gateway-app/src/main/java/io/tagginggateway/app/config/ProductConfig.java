package io.tagginggateway.app.config;

import io.tagginggateway.core.product.Paging;
import io.tagginggateway.core.product.ProductModule;
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
  /** Reads a product's section; {@code codeByHost} knows whose each name is, and learns these. */
  static ProductConfig read(
      ConfigReader reader, ProductModule module, Map<String, String> codeByHost) {
    String code = module.product().code();
    String section = "products." + code;
    return new ProductConfig(
        reader.hosts(
            section + ".hosts", host -> code.equals(codeByHost.computeIfAbsent(host, h -> code))),
        pageSize(reader, section + ".page-size", module));
  }

  private static int pageSize(ConfigReader reader, String key, ProductModule module) {
    Paging paging = module.rules().paging();
    if (paging.unit() == PageLimit.Unit.RESOURCES) {
      return reader.number(key, paging.defaultSize(), 1, paging.maxSize());
    }
    reader.refuse(key, "cannot be set: the caller chooses the page size by MaxResults");
    return 0;
  }
}

package io.tagginggateway.app.cli;

import io.tagginggateway.app.client.Address;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.product.Products;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/** The lines of a hosts file that lead the products' names to a gateway. */
final class HostsFile {
  private HostsFile() {}

  /** A line for each name, in these regions, and for the further names of the configuration. */
  static String lines(GatewayConfig config, Products products, Collection<String> regions) {
    TreeSet<String> names = new TreeSet<>();
    for (ProductEntry entry : products.entries()) {
      for (String host : entry.head().hosts()) {
        regions.forEach(
            region -> names.add(host.replace(ProductHead.REGION, region.toLowerCase(Locale.ROOT))));
      }
      names.addAll(config.product(entry.head().code()).hosts());
    }
    String address = Address.host(config.http().host());
    StringBuilder lines = new StringBuilder();
    names.forEach(name -> lines.append(address).append(' ').append(name).append('\n'));
    return lines.toString();
  }
}

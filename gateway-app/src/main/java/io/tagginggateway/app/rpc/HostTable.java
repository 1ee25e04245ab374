package io.tagginggateway.app.rpc;

import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.product.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the product of a host name, and of an API version. Immutable. */
public final class HostTable {
  private static final String REGION = "<region>";

  private final Map<String, Route> exact = new HashMap<>();
  private final List<RegionalHost> regional = new ArrayList<>();
  private final Map<String, Route> byVersion = new HashMap<>();

  private record RegionalHost(String prefix, String suffix, TaggingService service) {}

  /**
   * A table of these products.
   *
   * @param services each product's service
   * @param aliases extra host names by product code, lower-case
   */
  public HostTable(List<TaggingService> services, Map<String, List<String>> aliases) {
    for (TaggingService service : services) {
      Product product = service.module().product();
      byVersion.put(product.version(), new Route(service, null));
      product.hosts().forEach(host -> add(host, service));
      add(product.hostLabel() + ".localhost", service);
      add(product.hostLabel() + "." + REGION + ".localhost", service);
      aliases.getOrDefault(product.code(), List.of()).forEach(host -> add(host, service));
    }
  }

  /** Where a host leads, or null if it is no product's. */
  public @Nullable Route byHost(String host) {
    Route route = exact.get(host);
    if (route != null) {
      return route;
    }
    for (RegionalHost candidate : regional) {
      int end = host.length() - candidate.suffix.length();
      int start = candidate.prefix.length();
      if (end > start && host.startsWith(candidate.prefix) && host.endsWith(candidate.suffix)) {
        String region = host.substring(start, end);
        if (Texts.isRegion(region)) {
          return new Route(candidate.service, region);
        }
      }
    }
    return null;
  }

  /** The product of an API version, or null if it is no product's. */
  public @Nullable Route byVersion(@Nullable String version) {
    return version == null ? null : byVersion.get(version);
  }

  private void add(String host, TaggingService service) {
    int region = host.indexOf(REGION);
    if (region < 0) {
      exact.put(host, new Route(service, null));
    } else {
      regional.add(
          new RegionalHost(
              host.substring(0, region), host.substring(region + REGION.length()), service));
    }
  }
}

package io.tagginggateway.app.rpc;

import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.product.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the product of a host name, and of an API version, in a time that does not grow with the
 * number of products. Thread-safe.
 */
public final class HostTable {
  /** Host names with a region in them have it in one of so many first labels. */
  private static final int MAX_REGION_LABEL = 3;

  /** So many host names with a region are remembered; what else is asked is put together again. */
  private static final int MAX_SEEN = 256;

  private final Map<String, Regional> seen = new ConcurrentHashMap<>();
  private final Map<String, List<TaggingService>> byHost;
  private final Map<String, List<TaggingService>> byVersion;

  /**
   * A table of these products.
   *
   * @param services each product version's service
   * @param aliases extra host names by product code, lower-case
   */
  public HostTable(List<TaggingService> services, Map<String, List<String>> aliases) {
    this(services, aliases, new HashMap<>(), new HashMap<>());
  }

  /** The same in maps of the caller's making, such as ones that count how often they are asked. */
  HostTable(
      List<TaggingService> services,
      Map<String, List<String>> aliases,
      Map<String, List<TaggingService>> byHost,
      Map<String, List<TaggingService>> byVersion) {
    this.byHost = byHost;
    this.byVersion = byVersion;
    for (TaggingService service : services) {
      ProductHead head = service.entry().head();
      add(byVersion, head.version(), service);
      head.allHosts().forEach(host -> add(byHost, host, service));
      aliases.getOrDefault(head.code(), List.of()).forEach(host -> add(byHost, host, service));
    }
    byHost.values().forEach(HostTable::newestFirst);
  }

  /**
   * Where a host leads, or null if it is no product's. Of several versions of a product the one
   * that the request names answers, else the newest.
   */
  public @Nullable Route byHost(String host, @Nullable String version) {
    List<TaggingService> services = byHost.get(host);
    if (services != null) {
      return new Route(of(services, version), null);
    }
    Regional regional = regional(host);
    return regional == null ? null : new Route(of(regional.services, version), regional.region);
  }

  /** Whether a host is a product's. */
  public boolean isProductHost(String host) {
    return byHost(host, null) != null;
  }

  private record Regional(List<TaggingService> services, String region) {}

  private @Nullable Regional regional(String host) {
    Regional before = seen.get(host);
    if (before != null) {
      return before;
    }
    Regional found = find(host);
    if (found != null && seen.size() < MAX_SEEN) {
      seen.put(host, found);
    }
    return found;
  }

  private @Nullable Regional find(String host) {
    int start = 0;
    for (int label = 0; label < MAX_REGION_LABEL; label++) {
      int end = host.indexOf('.', start);
      if (end < 0) {
        return null;
      }
      List<TaggingService> services =
          byHost.get(host.substring(0, start) + ProductHead.REGION + host.substring(end));
      if (services != null) {
        String region = host.substring(start, end);
        return Texts.isRegion(region) ? new Regional(services, region) : null;
      }
      start = end + 1;
    }
    return null;
  }

  /** The product of an API version, or null if it is no product's, or that of several. */
  public @Nullable Route byVersion(@Nullable String version) {
    List<TaggingService> services = version == null ? null : byVersion.get(version);
    return services == null || services.size() > 1 ? null : new Route(services.get(0), null);
  }

  private static TaggingService of(List<TaggingService> services, @Nullable String version) {
    if (version != null && services.size() > 1) {
      for (TaggingService service : services) {
        if (service.entry().head().version().equals(version)) {
          return service;
        }
      }
    }
    return services.get(0);
  }

  private static void newestFirst(List<TaggingService> services) {
    if (services.size() < 2) {
      return;
    }
    services.sort(
        Comparator.comparing((TaggingService service) -> service.entry().head().version())
            .reversed());
  }

  private static void add(
      Map<String, List<TaggingService>> table, String name, TaggingService service) {
    table.computeIfAbsent(name, first -> new ArrayList<>()).add(service);
  }
}

package io.tagginggateway.core.product;

import io.tagginggateway.core.resource.Dependents;
import io.tagginggateway.core.tag.Partition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The product versions that are there, ordered by code and version. Immutable and thread-safe. */
public final class Products {
  private final List<ProductEntry> entries;
  private final Map<String, List<ProductEntry>> byCode = new LinkedHashMap<>();

  /**
   * These product versions.
   *
   * @throws ProductFileException if two claim the same code and version, host or version
   */
  public Products(List<ProductEntry> entries) {
    List<ProductEntry> sorted = new ArrayList<>(entries);
    sorted.sort(Products::order);
    this.entries = List.copyOf(sorted);
    for (ProductEntry entry : this.entries) {
      byCode.computeIfAbsent(entry.head().code(), code -> new ArrayList<>()).add(entry);
    }
    refuseClaimedTwice(this.entries);
  }

  private static int order(ProductEntry one, ProductEntry other) {
    int byCode = one.head().code().compareTo(other.head().code());
    return byCode != 0 ? byCode : one.head().version().compareTo(other.head().version());
  }

  /** These and more. */
  public Products with(List<ProductEntry> more) {
    List<ProductEntry> all = new ArrayList<>(entries);
    all.addAll(more);
    return new Products(all);
  }

  /** Those of these codes; all where there are none. */
  public Products enabled(Set<String> codes) {
    return codes.isEmpty()
        ? this
        : new Products(
            entries.stream().filter(entry -> codes.contains(entry.head().code())).toList());
  }

  /** One for each product version. */
  public List<ProductEntry> entries() {
    return entries;
  }

  /** The product codes, in order. */
  public Set<String> codes() {
    return byCode.keySet();
  }

  /** The versions of a product, oldest first; empty if there is no such product. */
  public List<ProductEntry> versions(String code) {
    return byCode.getOrDefault(code, List.of());
  }

  /** The newest version of a product, or null if there is no such product. */
  public @Nullable ProductEntry find(String code) {
    List<ProductEntry> versions = versions(code);
    return versions.isEmpty() ? null : versions.get(versions.size() - 1);
  }

  /** A version of a product, or null. */
  public @Nullable ProductEntry find(String code, String version) {
    for (ProductEntry entry : versions(code)) {
      if (entry.head().version().equals(version)) {
        return entry;
      }
    }
    return null;
  }

  /**
   * The trio of a product that has this resource type, in whichever of its versions, or null.
   *
   * @param type the type as requests may spell it
   */
  public @Nullable TagFamily familyOfType(String code, String type) {
    List<ProductEntry> versions = versions(code);
    for (int i = versions.size() - 1; i >= 0; i--) {
      TagFamily family = versions.get(i).product().familyOfType(type);
      if (family != null) {
        return family;
      }
    }
    return null;
  }

  /** The names of a product's known resource types, over all of its versions. */
  public Set<String> resourceTypes(String code) {
    Set<String> names = new LinkedHashSet<>();
    versions(code).forEach(entry -> names.addAll(entry.product().resourceTypes()));
    return names;
  }

  /** Whether calls of a product, in whichever of its versions, create resources of a type. */
  public boolean creates(String code, String type) {
    for (ProductEntry entry : versions(code)) {
      for (ResourceFamily family : entry.product().resourceFamilies()) {
        if (family.type().equals(type)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The ids of the regions that operations of products list; reads the files of those alone. */
  public Set<String> regions() {
    Set<String> ids = new LinkedHashSet<>();
    for (ProductEntry entry : entries) {
      if (entry.head().listsRegions()) {
        for (Operation operation : entry.product().operations()) {
          if (operation instanceof IdentityOperation identity) {
            identity.regions().forEach(region -> ids.add(region.id()));
          }
        }
      }
    }
    return ids;
  }

  /** What can hang on created resources of a partition, by whichever version of its product. */
  public List<Dependents> dependents(Partition partition) {
    Set<Dependents> dependents = new LinkedHashSet<>();
    for (ProductEntry entry : versions(partition.product())) {
      dependents.addAll(entry.product().dependents(partition));
    }
    return List.copyOf(dependents);
  }

  private static void refuseClaimedTwice(List<ProductEntry> entries) {
    Map<String, ProductEntry> titles = new HashMap<>();
    Map<String, ProductEntry> hosts = new HashMap<>();
    Map<String, ProductEntry> versions = new HashMap<>();
    for (ProductEntry entry : entries) {
      ProductHead head = entry.head();
      ProductEntry same = titles.put(head.title(), entry);
      if (same != null) {
        throw claimed(entry, "product", head.title(), same);
      }
      for (String host : head.allHosts()) {
        ProductEntry other = hosts.put(host, entry);
        if (other != null && !shareHosts(head, other.head())) {
          throw claimed(entry, "hosts", "the host " + host, other);
        }
      }
      ProductEntry other = versions.put(head.version(), entry);
      if (other != null && !shared(head, other.head())) {
        throw claimed(entry, "version", "the version " + head.version(), other);
      }
    }
  }

  private static boolean shareHosts(ProductHead one, ProductHead other) {
    return one.code().equals(other.code())
        || (one.sharesHostsWith().contains(other.code())
            && other.sharesHostsWith().contains(one.code()));
  }

  private static boolean shared(ProductHead one, ProductHead other) {
    return one.sharesVersionWith().contains(other.code())
        && other.sharesVersionWith().contains(one.code());
  }

  private static ProductFileException claimed(
      ProductEntry entry, String path, String what, ProductEntry other) {
    return new ProductFileException(
        entry.origin(),
        0,
        path,
        entry.head().title()
            + " claims "
            + what
            + ", and so does "
            + other.head().title()
            + " of "
            + other.origin());
  }
}

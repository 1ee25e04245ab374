package io.tagginggateway.core.product;

import io.tagginggateway.core.tag.Partition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Resolves ARNs: what they call the loaded products and their resource types. Several products may
 * share one service code, each with types of its own. Thread-safe.
 */
public final class ArnServices {
  private static final String TYPE_PREFIX = "ALIYUN";
  private static final String TYPE_SEPARATOR = "::";

  private final Products products;

  /** Resolves ARNs of these products. */
  public ArnServices(Products products) {
    this.products = products;
  }

  /**
   * Where resources of a type are kept, and the rules of their product.
   *
   * @param product the product code
   * @param type the canonical type
   * @param family the trio that has the type
   */
  public record Target(String product, String type, TagFamily family) {}

  /** The codes of the products that ARNs call so, in any case; products without tags are none. */
  public Set<String> products(String service) {
    Set<String> codes = new LinkedHashSet<>();
    for (ProductEntry entry : products.entries()) {
      ProductHead head = entry.head();
      if (service.equalsIgnoreCase(head.arn())
          || service.equalsIgnoreCase(head.code())
          || service.equalsIgnoreCase(head.hostLabel())) {
        codes.add(head.code());
      }
    }
    return codes;
  }

  /**
   * Where resources of a type are kept: the first of these products that calls a type so, else one
   * whose type ends so, else one that takes any type; null if there is none.
   */
  public @Nullable Target find(Set<String> codes, String type) {
    Target whole = find(codes, family -> named(family, name -> name.equalsIgnoreCase(type)));
    if (whole != null) {
      return whole;
    }
    Target ending =
        find(codes, family -> named(family, name -> lastPart(name).equalsIgnoreCase(type)));
    return ending != null ? ending : find(codes, family -> family.types().canonical(type));
  }

  private @Nullable Target find(
      Set<String> codes, Function<TagFamily, @Nullable String> canonicalType) {
    for (String code : codes) {
      List<ProductEntry> versions = products.versions(code);
      for (int i = versions.size() - 1; i >= 0; i--) {
        for (TagFamily family : versions.get(i).product().tagFamilies()) {
          String type = canonicalType.apply(family);
          if (type != null) {
            return new Target(code, type, family);
          }
        }
      }
    }
    return null;
  }

  /** The partitions of {@code ALIYUN::<service>::<type>}; null if there is no such type. */
  @Nullable Target find(String resourceType) {
    String[] parts = resourceType.split(TYPE_SEPARATOR, 3);
    return parts.length == 3 && parts[0].equalsIgnoreCase(TYPE_PREFIX)
        ? find(products(parts[1]), parts[2])
        : null;
  }

  /** Whether the product of a partition is there. */
  boolean knows(Partition partition) {
    return products.find(partition.product()) != null;
  }

  /** What the ARNs of a partition's resources begin with; their ids follow. */
  public String prefix(Partition partition) {
    String code = partition.product();
    ProductEntry entry = products.find(code);
    String service = entry == null ? code : entry.head().arn();
    String type = partition.type();
    for (String name : List.of(service, code.toLowerCase(Locale.ROOT))) {
      for (String spelled : List.of(lastPart(type).toLowerCase(Locale.ROOT), type)) {
        if (isFound(name, spelled, partition)) {
          return prefix(name, spelled, partition);
        }
      }
    }
    return prefix(service, type, partition);
  }

  private boolean isFound(String service, String type, Partition partition) {
    Target found = find(products(service), type);
    return found != null
        && found.product().equals(partition.product())
        && found.type().equals(partition.type());
  }

  private static String prefix(String service, String type, Partition partition) {
    return new Arn(service, partition.region(), partition.account(), type, "").toString();
  }

  private static @Nullable String named(TagFamily family, Predicate<String> asked) {
    return family.types().names().stream().filter(asked).findFirst().orElse(null);
  }

  /** What an ARN says of a type that the product calls {@code ALIYUN::RDS::INSTANCE}. */
  private static String lastPart(String type) {
    return type.substring(type.lastIndexOf(':') + 1);
  }
}

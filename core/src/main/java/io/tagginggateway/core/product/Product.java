package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.resource.Dependents;
import io.tagginggateway.core.tag.Partition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that a product's file says about how it behaves. Immutable. */
public final class Product {
  private final ProductHead head;
  private final Format defaultFormat;
  private final Set<String> methods;
  private final RegionRule region;
  private final List<TagFamily> tagFamilies;
  private final List<Operation> operations;
  private final Map<String, Operation> bySpelling = new HashMap<>();
  private final TreeMap<String, Operation> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * A product.
   *
   * @param head who it is
   * @param defaultFormat the format when a request names none
   * @param methods the HTTP methods it takes
   * @param region whether a request must name a region
   * @param tagFamilies its trios of tag operations; the first is the one that is usually meant
   * @param others its operations of other families, in the order of its file
   * @throws IllegalArgumentException if two operations have the same name
   */
  public Product(
      ProductHead head,
      Format defaultFormat,
      Set<String> methods,
      RegionRule region,
      List<TagFamily> tagFamilies,
      List<Operation> others) {
    this.head = head;
    this.defaultFormat = defaultFormat;
    this.methods = Collections.unmodifiableSet(new LinkedHashSet<>(methods));
    this.region = region;
    this.tagFamilies = List.copyOf(tagFamilies);
    List<Operation> all = new ArrayList<>(tagOperations(this.tagFamilies));
    all.addAll(others);
    this.operations = List.copyOf(all);
    for (Operation operation : operations) {
      bySpelling.put(operation.name(), operation);
      if (byName.put(operation.name(), operation) != null) {
        throw new IllegalArgumentException("the operation " + operation.name() + " stands twice");
      }
    }
  }

  private static List<Operation> tagOperations(List<TagFamily> families) {
    List<Operation> operations = new ArrayList<>();
    for (TagFamily family : families) {
      for (TagOperation.Kind kind : TagOperation.Kind.values()) {
        String name = family.names().get(kind);
        if (name != null) {
          operations.add(new TagOperation(name, kind, family));
        }
      }
    }
    return List.copyOf(operations);
  }

  /** Who it is. */
  public ProductHead head() {
    return head;
  }

  /** The product code. */
  public String code() {
    return head.code();
  }

  /** The API version. */
  public String version() {
    return head.version();
  }

  /** The format when a request names none. */
  public Format defaultFormat() {
    return defaultFormat;
  }

  /** Whether it takes this HTTP method. */
  public boolean takes(String method) {
    return methods.contains(method);
  }

  /** The HTTP methods it takes, in the order of its file. */
  public Set<String> methods() {
    return methods;
  }

  /** Whether a request must name a region. */
  public RegionRule region() {
    return region;
  }

  /** Its trios of tag operations. */
  public List<TagFamily> tagFamilies() {
    return tagFamilies;
  }

  /** The resource types that callers can create. */
  List<ResourceFamily> resourceFamilies() {
    Set<ResourceFamily> families = new LinkedHashSet<>();
    for (Operation operation : operations) {
      if (operation instanceof ResourceOperation resource) {
        families.add(resource.family());
      }
    }
    return List.copyOf(families);
  }

  /** The family of a type of resources that callers create. */
  ResourceFamily resourceFamily(String type) {
    return resourceFamilies().stream()
        .filter(family -> family.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(code() + " creates no " + type));
  }

  /** The resources that can depend on those of a partition, in the same account and region. */
  List<Dependents> dependents(Partition partition) {
    List<Dependents> dependents = new ArrayList<>();
    for (ResourceFamily family : resourceFamilies()) {
      Partition other =
          new Partition(
              partition.account(), partition.product(), partition.region(), family.type());
      for (ResourceFamily.Parent parent : family.parents()) {
        if (parent.type().equals(partition.type())) {
          // A type that depends on itself is followed one level deep.
          List<Dependents> below = other.equals(partition) ? List.of() : dependents(other);
          dependents.add(new Dependents(other, parent.parameter(), below));
        }
      }
    }
    return dependents;
  }

  /** Its operations, in the order of its file. */
  public List<Operation> operations() {
    return operations;
  }

  /** The operation of this name, in any case, or null. */
  public @Nullable Operation operation(@Nullable String name) {
    if (name == null) {
      return null;
    }
    Operation spelledSo = bySpelling.get(name);
    return spelledSo != null ? spelledSo : byName.get(name);
  }

  /** The operation that this method and path of the ROA style ask for, or null. */
  public @Nullable Operation operation(String method, String path) {
    for (Operation operation : operations) {
      if (operation.isAskedBy(method, path)) {
        return operation;
      }
    }
    return null;
  }

  /** The operation of a kind, of the first trio that has it, or null. */
  public @Nullable TagOperation tagOperation(TagOperation.Kind kind) {
    for (Operation operation : operations) {
      if (operation instanceof TagOperation tag && tag.kind() == kind) {
        return tag;
      }
    }
    return null;
  }

  /** The trio that has this resource type, as fixtures and requests spell it, or null. */
  public @Nullable TagFamily familyOfType(String type) {
    for (TagFamily family : tagFamilies) {
      if (family.types().canonical(type) != null) {
        return family;
      }
    }
    return null;
  }

  /** The names of its known resource types, each once. */
  public List<String> resourceTypes() {
    Set<String> names = new LinkedHashSet<>();
    tagFamilies.forEach(family -> names.addAll(family.types().names()));
    return List.copyOf(names);
  }

  /** Every error of its operations on tags, each once. */
  public Set<ApiError> tagErrors() {
    Set<ApiError> errors = new LinkedHashSet<>();
    for (Operation operation : operations) {
      if (operation instanceof TagOperation || operation instanceof ViewOperation) {
        errors.addAll(operation.errors());
      }
    }
    tagFamilies.forEach(family -> errors.addAll(family.errors().others()));
    if (region.missing() != null) {
      errors.add(region.missing());
    }
    return errors;
  }

  /** Every error of its own, each once. */
  public Set<ApiError> errors() {
    Set<ApiError> errors = new LinkedHashSet<>();
    operations.forEach(operation -> operation.errors().forEach(errors::add));
    tagFamilies.forEach(family -> errors.addAll(family.errors().others()));
    for (Operation operation : operations) {
      if (operation instanceof ViewOperation view) {
        errors.addAll(view.view().errors().others());
      }
    }
    if (region.missing() != null) {
      errors.add(region.missing());
    }
    return errors;
  }
}

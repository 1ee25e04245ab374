package io.tagginggateway.app.fault;

import io.tagginggateway.app.text.KnownNames;
import io.tagginggateway.app.text.Nearest;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.OperationParameters;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every error that each product can answer, by its code, every operation, by its name, and what
 * their parameters are called. A product's are read when they are first asked for. Thread-safe.
 */
public final class ErrorTables {
  private static final Pattern NUMBER = Pattern.compile("\\.[0-9]+(?=\\.|$)");

  private final Products products;
  private final Map<String, Map<String, ApiError>> byProduct = new ConcurrentHashMap<>();

  /** The tables of these products, each with those of the gateway. */
  public ErrorTables(Products products) {
    this.products = products;
  }

  private Map<String, ApiError> table(String product) {
    return byProduct.computeIfAbsent(product, this::read);
  }

  private Map<String, ApiError> read(String product) {
    Map<String, ApiError> table = new LinkedHashMap<>();
    if (!products.versions(product).isEmpty()) {
      GatewayErrors.all().forEach(error -> table.put(error.code(), error));
    }
    for (ProductEntry entry : products.versions(product)) {
      entry.product().errors().forEach(error -> table.putIfAbsent(error.code(), error.quoting("")));
    }
    return table;
  }

  /** The codes of the products. */
  public Set<String> products() {
    return products.codes();
  }

  /** Every error of a product and of the gateway before it. */
  public Collection<ApiError> all(String product) {
    return table(product).values();
  }

  /** Whether a product has an error of this code. */
  public boolean knows(String product, String code) {
    return table(product).containsKey(code);
  }

  /** The codes of the errors of a product, or of all where it is null. */
  Set<String> codes(@Nullable String product) {
    Set<String> codes = new TreeSet<>();
    for (String each : product == null ? products() : Set.of(product)) {
      codes.addAll(table(each).keySet());
    }
    return codes;
  }

  /** The names of the operations of a product, or of all where it is null. */
  public Set<String> operations(@Nullable String product) {
    Set<String> names = new TreeSet<>();
    for (ProductEntry entry : product == null ? products.entries() : products.versions(product)) {
      entry.product().operations().forEach(operation -> names.add(operation.name()));
    }
    return names;
  }

  /**
   * What is said of the name of a parameter that is mistyped: no operation takes it, and one takes
   * another that is near. Null for any other name, as products take more than their files tell.
   *
   * @param product the product, or null for all
   */
  public @Nullable String mistyped(@Nullable String product, String parameter) {
    // A list has as many names as members.
    String name = NUMBER.matcher(parameter).replaceAll(".1");
    if (OperationParameters.COMMON.contains(name)) {
      return null;
    }
    Set<String> known = new TreeSet<>(OperationParameters.COMMON);
    for (ProductEntry entry : product == null ? products.entries() : products.versions(product)) {
      for (Operation operation : entry.product().operations()) {
        known.addAll(OperationParameters.of(operation));
      }
    }
    String nearest = known.contains(name) ? null : Nearest.to(name, known);
    return nearest == null
        ? null
        : "no operation takes " + KnownNames.quoted(parameter) + "; did you mean " + nearest + "?";
  }

  /** What a product answers for a fault, or null if it has no such code and the fault is silent. */
  public @Nullable ApiError resolve(String product, Fault.Failure fault) {
    ApiError known = table(product).get(fault.code());
    Integer status = fault.status();
    String message = fault.message();
    if (known != null) {
      return new ApiError(
          known.code(),
          status == null ? known.status() : status,
          message == null ? known.message() : message);
    }
    return status == null || message == null ? null : new ApiError(fault.code(), status, message);
  }
}

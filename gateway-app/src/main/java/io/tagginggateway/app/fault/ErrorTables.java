package io.tagginggateway.app.fault;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.BrokenRule;
import io.tagginggateway.core.product.ProductModule;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every error that each product can answer, by its code. Immutable. */
public final class ErrorTables {
  private final Map<String, Map<String, ApiError>> byProduct = new LinkedHashMap<>();

  /** The tables of these products, each with those of the gateway. */
  public ErrorTables(List<ProductModule> modules) {
    modules.forEach(module -> byProduct.put(module.product().code(), table(module)));
  }

  private static Map<String, ApiError> table(ProductModule module) {
    Map<String, ApiError> table = new HashMap<>();
    GatewayErrors.all().forEach(error -> table.put(error.code(), error));
    for (BrokenRule rule : BrokenRule.values()) {
      ApiError error = module.error(rule);
      table.put(error.code(), error);
    }
    for (String type : module.rules().resourceTypes()) {
      ApiError error = module.resourceNotFound(type);
      table.put(error.code(), error);
    }
    return table;
  }

  /** The codes of the products. */
  public Set<String> products() {
    return byProduct.keySet();
  }

  /** Every error of a product and of the gateway before it. */
  public Collection<ApiError> all(String product) {
    return byProduct.getOrDefault(product, Map.of()).values();
  }

  /** Whether a product has an error of this code. */
  public boolean knows(String product, String code) {
    return byProduct.getOrDefault(product, Map.of()).containsKey(code);
  }

  /** What a product answers for a fault, or null if it has no such code and the fault is silent. */
  public @Nullable ApiError resolve(String product, Fault.Failure fault) {
    ApiError known = byProduct.getOrDefault(product, Map.of()).get(fault.code());
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

package io.tagginggateway.contract;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every error that a product can answer, with those of the gateway. */
final class ProductErrors {
  private static final String PARAMETER = "{parameter}";

  private ProductErrors() {}

  /** The gateway's, then the product's own, each once and as it is answered. */
  static List<ApiError> all(Product product) {
    Set<ApiError> errors = new LinkedHashSet<>(GatewayErrors.all());
    for (ApiError error : product.tagErrors()) {
      if (error.code().contains(PARAMETER) || error.message().contains(PARAMETER)) {
        required(product).forEach(name -> errors.add(about(error, name)));
      } else {
        errors.add(error);
      }
    }
    return new ArrayList<>(errors);
  }

  /** An error about a parameter. */
  static ApiError about(ApiError error, String parameter) {
    return new ApiError(
        error.code().replace(PARAMETER, parameter),
        error.status(),
        error.message().replace(PARAMETER, parameter));
  }

  private static Set<String> required(Product product) {
    Set<String> names = new LinkedHashSet<>();
    for (TagFamily family : product.tagFamilies()) {
      for (Kind kind : Kind.values()) {
        names.addAll(family.parameterNames().get(kind).required().get(kind));
      }
    }
    return names;
  }
}

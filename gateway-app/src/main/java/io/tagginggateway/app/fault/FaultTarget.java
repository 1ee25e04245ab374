package io.tagginggateway.app.fault;

import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.product.Operation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request that may be spoiled.
 *
 * @param product the code of the product that is asked
 * @param operation what is asked
 * @param caller who asks
 * @param parameters what it says, by the name of a parameter; null for one that it does not have
 */
public record FaultTarget(
    String product,
    Operation operation,
    Caller caller,
    Function<String, @Nullable String> parameters) {

  /** Whether it carries a NextToken. */
  boolean continued() {
    String token = parameter("NextToken");
    return token != null && !token.isEmpty();
  }

  /** A parameter of it, or null. */
  @Nullable String parameter(String name) {
    return parameters.apply(name);
  }
}

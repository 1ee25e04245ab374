package io.tagginggateway.app.fault;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a rule is about; null means any.
 *
 * @param product the product code
 * @param action the name of the operation, in any case
 * @param accessKeyId the key that the request names
 * @param account the account of the caller
 * @param parameters values that the request's parameters must have, by name
 */
public record FaultMatch(
    @Nullable String product,
    @Nullable String action,
    @Nullable String accessKeyId,
    @Nullable String account,
    Map<String, String> parameters) {

  /** Every request. */
  static final FaultMatch ANY = new FaultMatch(null, null, null, null, Map.of());

  boolean matches(FaultTarget target) {
    return (product == null || product.equals(target.product()))
        && (action == null || action.equalsIgnoreCase(target.operation().name()))
        && (accessKeyId == null || accessKeyId.equals(target.caller().accessKeyId()))
        && (account == null || account.equals(target.caller().account()))
        && parameters.entrySet().stream()
            .allMatch(each -> each.getValue().equals(target.parameter(each.getKey())));
  }
}

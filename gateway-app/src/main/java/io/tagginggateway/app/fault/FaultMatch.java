package io.tagginggateway.app.fault;

import org.jspecify.annotations.Nullable;

/**
 * Which requests a rule is about; null means any.
 *
 * @param product the product code
 * @param action the name of the operation, in any case
 * @param accessKeyId the key that the request names
 * @param account the account of the caller
 */
public record FaultMatch(
    @Nullable String product,
    @Nullable String action,
    @Nullable String accessKeyId,
    @Nullable String account) {

  boolean matches(FaultTarget target) {
    return (product == null || product.equals(target.product()))
        && (action == null || action.equalsIgnoreCase(target.operation().name()))
        && (accessKeyId == null || accessKeyId.equals(target.caller().accessKeyId()))
        && (account == null || account.equals(target.caller().account()));
  }
}

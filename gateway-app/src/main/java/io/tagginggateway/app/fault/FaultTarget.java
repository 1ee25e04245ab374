package io.tagginggateway.app.fault;

import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.product.Operation;

/**
 * A request that may be spoiled.
 *
 * @param product the code of the product that is asked
 * @param operation what is asked
 * @param caller who asks
 * @param continued whether it carries a NextToken
 */
public record FaultTarget(String product, Operation operation, Caller caller, boolean continued) {}

package io.tagginggateway.app.fault;

import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.request.Action;

/**
 * A request that may be spoiled.
 *
 * @param product the code of the product that is asked
 * @param action what is asked
 * @param caller who asks
 * @param continued whether it carries a NextToken
 */
public record FaultTarget(String product, Action action, Caller caller, boolean continued) {}

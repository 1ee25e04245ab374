package io.tagginggateway.core.product;

import io.tagginggateway.core.request.Action;
import io.tagginggateway.core.request.RpcRequest;

/**
 * A request that passed every check of the gateway and is now the product's.
 *
 * @param request the request
 * @param action what it asks
 * @param account the account of the caller
 * @param region the region it works in
 */
public record Call(RpcRequest request, Action action, String account, String region) {}

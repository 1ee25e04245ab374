package io.tagginggateway.core.product;

import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.tag.Partition;

/**
 * A request that passed every check of the gateway and is now the product's.
 *
 * @param request the request
 * @param operation what it asks
 * @param account the account of the caller
 * @param region the region it works in
 * @param maxPage the most that a page of this call holds, whatever the client or the settings say
 */
public record Call(
    RpcRequest request, Operation operation, String account, String region, int maxPage) {

  /** A call whose pages are as long as client and settings say. */
  public Call(RpcRequest request, Operation operation, String account, String region) {
    this(request, operation, account, region, Integer.MAX_VALUE);
  }

  /** The same call with pages of at most {@code size}, which is at least 1. */
  public Call withMaxPage(int size) {
    return new Call(request, operation, account, region, size);
  }

  /** Where a product keeps resources of this type for the caller. */
  Partition partition(String product, String type) {
    return new Partition(account, product, region, type);
  }

  /** The id of the request. */
  public String requestId() {
    return request.requestId();
  }
}

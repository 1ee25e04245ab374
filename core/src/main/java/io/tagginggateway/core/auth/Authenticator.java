package io.tagginggateway.core.auth;

import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.request.RpcRequest;

/** Tells who sent a request. Called from any thread. */
public interface Authenticator {

  /**
   * The caller of a request.
   *
   * @throws ApiException if the request does not prove who sent it, where it must
   */
  Caller authenticate(RpcRequest request, AccessKeys keys);

  /** Whether a request must name the API version and prove who sent it. */
  boolean strict();
}

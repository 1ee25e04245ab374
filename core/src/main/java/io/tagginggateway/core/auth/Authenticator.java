package io.tagginggateway.core.auth;

import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.request.RpcRequest;
import java.util.concurrent.CompletionStage;

/** Tells who sent a request. Thread-safe; no call blocks. */
public interface Authenticator {

  /**
   * The caller of a request.
   *
   * @return may complete on any thread, also before the call returns; fails with {@link
   *     ApiException} if the request does not prove who sent it, where it must
   * @throws ApiException the same, where the request alone tells
   */
  CompletionStage<Caller> authenticate(RpcRequest request, AccessKeys keys);

  /** Whether a request must name the API version and prove who sent it. */
  boolean strict();
}

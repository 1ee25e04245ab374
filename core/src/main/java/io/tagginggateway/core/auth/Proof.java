package io.tagginggateway.core.auth;

import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.request.RpcRequest;
import org.jspecify.annotations.Nullable;

/** What a request brings to prove who sent it, complete but not yet believed. */
sealed interface Proof permits V1Proof, Acs3Proof {
  /**
   * Bytes of a string to sign that an error tells. Chosen: more than any honest request has, and
   * few beside the megabytes that escaping can make of a body.
   */
  int ECHOED = 64 * 1024;

  /** The key that the request claims to hold. */
  String accessKeyId();

  /** What makes the request one of its kind. */
  String nonce();

  /** When it was signed, as it was sent. */
  String timestamp();

  /**
   * Checks the signature.
   *
   * @return null if the secret made it, else the string that should have been signed, cut at {@link
   *     #ECHOED}
   */
  @Nullable String mismatch(RpcRequest request, String secret);

  /**
   * The proof of a request: ACS3 if its Authorization says so, else V1.
   *
   * @param seen the lists of signed headers that came before
   * @throws ApiException if a part of it is missing or the method is none that the gateway knows
   */
  static Proof of(RpcRequest request, RepeatedSignedHeaders seen) {
    String authorization = request.headers().get("authorization");
    return authorization != null && authorization.startsWith(Authorization.FAMILY)
        ? Acs3Proof.of(request, Authorization.parse(authorization), seen)
        : V1Proof.of(request);
  }

  /** What was sent under the name that error messages use; empty counts as not sent. */
  static String mandatory(String name, @Nullable String sent) {
    if (sent == null || sent.isEmpty()) {
      throw new ApiException(GatewayErrors.missing(name));
    }
    return sent;
  }
}

package io.tagginggateway.core.auth;

import io.tagginggateway.core.request.RpcRequest;
import java.util.Base64;

/**
 * Makes signatures as a client does, over the same texts that the gateway checks. Source: the
 * dialect reference, section 7.
 */
public final class Signatures {
  private Signatures() {}

  /** The value of {@code Signature} for a request that lacks only that, in version 1.0. */
  public static String v1(RpcRequest request, String secret) {
    SignedText text = V1StringToSign.of(request).text(request.method());
    return Base64.getEncoder().encodeToString(Hashes.hmacSha1(secret + '&', text));
  }

  /**
   * The value behind {@code Signature=} in an ACS3 Authorization header.
   *
   * @param signedHeaders the names of the headers to sign, with semicolons between them
   */
  public static String acs3(RpcRequest request, String signedHeaders, String secret) {
    return acs3(request, signedHeaders, contentHash(request.body()), secret);
  }

  /** The same with what is signed as the hash of the body. */
  static String acs3(RpcRequest request, String signedHeaders, String bodyHash, String secret) {
    SignedHeaders signed = SignedHeaders.parse(signedHeaders);
    String canonical = Hashes.sha256(Acs3CanonicalRequest.of(request, signed, bodyHash));
    SignedText text = to -> to.raw("ACS3-HMAC-SHA256\n").raw(canonical);
    return Hashes.hex(Hashes.hmacSha256(secret, text));
  }

  /** The value of {@code x-acs-content-sha256} for a body. */
  public static String contentHash(byte[] body) {
    return Hashes.sha256(body);
  }
}

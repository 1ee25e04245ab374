package io.tagginggateway.core.auth;

import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.request.RpcRequest;
import org.jspecify.annotations.Nullable;

/**
 * A signature ACS3-HMAC-SHA256: over the query, the headers that the client chose, and the body's
 * hash. Source: the dialect reference, section 7.
 *
 * <p>Which parameter an error names when a part is missing is chosen: {@code AccessKeyId} for
 * Credential, {@code Signature} for Signature, SignedHeaders and x-acs-content-sha256, {@code
 * SignatureNonce} for x-acs-signature-nonce, {@code Timestamp} for x-acs-date. The algorithm is
 * method and version in one.
 */
record Acs3Proof(
    String accessKeyId,
    String signature,
    SignedHeaders signedHeaders,
    String contentHash,
    String nonce,
    String timestamp)
    implements Proof {
  private static final String ALGORITHM = "ACS3-HMAC-SHA256";

  static Acs3Proof of(RpcRequest request, Authorization authorization, RepeatedSignedHeaders seen) {
    String accessKeyId = Proof.mandatory("AccessKeyId", authorization.credential());
    String signature = Proof.mandatory("Signature", authorization.signature());
    String signedHeaders = Proof.mandatory("Signature", authorization.signedHeaders());
    String contentHash = header("Signature", request, "x-acs-content-sha256");
    String nonce = header("SignatureNonce", request, "x-acs-signature-nonce");
    String timestamp = header("Timestamp", request, "x-acs-date");
    if (!authorization.algorithm().equals(ALGORITHM)) {
      throw new ApiException(GatewayErrors.INVALID_SIGNATURE_METHOD);
    }
    return new Acs3Proof(
        accessKeyId, signature, seen.of(signedHeaders), contentHash, nonce, timestamp);
  }

  private static String header(String name, RpcRequest request, String header) {
    String value = request.headers().get(header);
    return Proof.mandatory(name, value == null ? null : value.trim());
  }

  @Override
  public @Nullable String mismatch(RpcRequest request, String secret) {
    String bodyHash = Hashes.sha256(request.body());
    String canonical = Hashes.sha256(Acs3CanonicalRequest.of(request, signedHeaders, bodyHash));
    SignedText text = to -> to.raw(ALGORITHM).raw("\n").raw(canonical);
    String expected = Hashes.hex(Hashes.hmacSha256(secret, text));
    boolean sameBody = bodyHash.equals(contentHash); // the client knows its body
    boolean sameSignature = Hashes.equal(expected, signature);
    return sameBody && sameSignature ? null : SigningText.start(text, Proof.ECHOED);
  }
}

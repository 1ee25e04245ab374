package io.tagginggateway.core.auth;

import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.request.RpcRequest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A signature of version 1.0: HMAC-SHA1 over the parameters of query and form. Source: the dialect
 * reference, section 7. That another SignatureVersion is an invalid method is chosen.
 */
record V1Proof(String accessKeyId, String signature, String nonce, String timestamp)
    implements Proof {

  static V1Proof of(RpcRequest request) {
    String id = request.parameter("AccessKeyId");
    String accessKeyId =
        Proof.mandatory(
            "AccessKeyId", id != null ? id : request.headers().get("x-acs-accesskey-id"));
    String signature = mandatory(request, "Signature");
    String method = mandatory(request, "SignatureMethod");
    String version = mandatory(request, "SignatureVersion");
    String nonce = mandatory(request, "SignatureNonce");
    String timestamp = mandatory(request, "Timestamp");
    if (!method.equals("HMAC-SHA1") || !version.equals("1.0")) {
      throw new ApiException(GatewayErrors.INVALID_SIGNATURE_METHOD);
    }
    return new V1Proof(accessKeyId, signature, nonce, timestamp);
  }

  private static String mandatory(RpcRequest request, String name) {
    return Proof.mandatory(name, request.parameter(name));
  }

  @Override
  public @Nullable String mismatch(RpcRequest request, String secret) {
    V1StringToSign parameters = V1StringToSign.of(request);
    String method = request.method();
    SignedText text = parameters.text(method);
    // The text is compared, not what it decodes to: several texts decode to the same bytes.
    if (signs(text, secret)
        || (parameters.mayLeaveOutEmpty() && signs(parameters.textWithoutEmpty(method), secret))
        || (parameters.mayLeaveOutRepeats()
            && signs(parameters.textWithoutRepeats(method), secret))) {
      return null;
    }
    return SigningText.start(text, Proof.ECHOED);
  }

  private boolean signs(SignedText text, String secret) {
    byte[] hmac = Hashes.hmacSha1(secret + '&', text);
    return Hashes.equal(Base64.getEncoder().encodeToString(hmac), signature);
  }
}

package io.tagginggateway.core.auth;

import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.GatewayErrors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the token of a request with the one that its key was declared with.
 *
 * <p>Which of the three errors answers what is chosen: Malformed for a token that is required and
 * missing, or has a character that no token has; MismatchWithAccessKey for another key's token, and
 * for any token with a key that has none; Expired for the right token after its time. An empty
 * token counts as not sent.
 */
final class SecurityTokens {
  private SecurityTokens() {}

  static void check(AccessKey key, @Nullable String sent, long nowMillis) {
    String declared = key.securityToken();
    if (sent == null || sent.isEmpty()) {
      if (declared != null) {
        throw new ApiException(GatewayErrors.SECURITY_TOKEN_MALFORMED);
      }
      return;
    }
    if (!isPrintable(sent)) {
      throw new ApiException(GatewayErrors.SECURITY_TOKEN_MALFORMED);
    }
    if (declared == null || !Hashes.equal(declared, sent)) {
      throw new ApiException(GatewayErrors.SECURITY_TOKEN_MISMATCH);
    }
    if (key.tokenExpires() != null && nowMillis >= key.tokenExpires().toEpochMilli()) {
      throw new ApiException(GatewayErrors.SECURITY_TOKEN_EXPIRED);
    }
  }

  /** Whether all is visible ASCII. */
  private static boolean isPrintable(String token) {
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c <= ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }
}

package io.tagginggateway.contract.verify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param accessKeyId the AccessKeyId
 * @param secret the AccessKeySecret; never printed
 * @param securityToken the token of temporary credentials, or null; never printed
 */
public record Credentials(String accessKeyId, String secret, @Nullable String securityToken) {

  /** A text in which nothing secret is left: servers quote the string to sign in their errors. */
  String mask(String text) {
    String masked = secret.isEmpty() ? text : text.replace(secret, "***");
    String token = securityToken == null ? "" : securityToken;
    for (int encoded = 0; encoded < 3 && !token.isEmpty(); encoded++) {
      masked = masked.replace(token, "***");
      token = URLEncoder.encode(token, StandardCharsets.UTF_8).replace("+", "%20");
    }
    return masked;
  }

  /** Names the key and nothing secret. */
  @Override
  public String toString() {
    return "Credentials[" + accessKeyId + "]";
  }
}

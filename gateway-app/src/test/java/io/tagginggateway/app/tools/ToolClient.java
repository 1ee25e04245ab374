package io.tagginggateway.app.tools;

import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.RawResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as the tools do, with HMAC-SHA1.
 *
 * @param gateway who is asked
 * @param key the AccessKeyId
 * @param secret its secret
 * @param token its token, or empty
 */
record ToolClient(GatewayExtension gateway, String key, String secret, String token) {

  /** Asks a host, by which the gateway knows the product. */
  RawResponse ask(String host, Map<String, String> call, Instant now) throws IOException {
    Map<String, String> all = new TreeMap<>(call);
    all.put("Format", "JSON");
    all.put("AccessKeyId", key);
    all.put("SignatureMethod", "HMAC-SHA1");
    all.put("SignatureVersion", "1.0");
    all.put("SignatureNonce", UUID.randomUUID().toString());
    all.put("Timestamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
    all.remove("SecurityToken");
    if (!token.isEmpty()) {
      all.put("SecurityToken", token);
    }
    String query = query(all);
    String text = "POST&%2F&" + encode(query);
    String form = query + "&Signature=" + encode(signature(text));
    return gateway.ask(
        "POST / HTTP/1.1\r\nHost: "
            + host
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + form.length()
            + "\r\n\r\n"
            + form);
  }

  private String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec((secret + "&").getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String query(Map<String, String> parameters) {
    StringBuilder query = new StringBuilder();
    parameters.forEach(
        (name, value) ->
            query
                .append(query.isEmpty() ? "" : "&")
                .append(encode(name))
                .append('=')
                .append(encode(value)));
    return query.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}

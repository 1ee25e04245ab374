package io.tagginggateway.core.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as a client would, by the book and without any of the gateway's code. */
final class Signer {
  private Signer() {}

  /** The base64 of V1 over these parameters. */
  static String v1(String method, Map<String, String> parameters, String secret) {
    SortedMap<String, String> signed = new TreeMap<>(parameters);
    signed.remove("Signature");
    return v1(method + "&%2F&" + encode(query(signed)), secret);
  }

  /** The base64 of V1 over this string to sign. */
  static String v1(String text, String secret) {
    return Base64.getEncoder().encodeToString(hmac("HmacSHA1", secret + "&", text));
  }

  /** The hexadecimal digits of ACS3 over a POST to the root. */
  static String acs3(
      Map<String, String> query, Map<String, String> headers, String bodyHash, String secret) {
    String lines =
        new TreeMap<>(headers)
            .entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().trim() + "\n")
                .collect(Collectors.joining());
    String names = String.join(";", new TreeMap<>(headers).keySet());
    String canonical =
        String.join("\n", "POST", "/", query(new TreeMap<>(query)), lines, names, bodyHash);
    String text = "ACS3-HMAC-SHA256\n" + sha256(canonical);
    return HexFormat.of().formatHex(hmac("HmacSHA256", secret, text));
  }

  static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static byte[] hmac(String algorithm, String key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.tagginggateway.benchmarks.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Lists by one id, signed by {@code testid} with {@code testsecret}, each with its own nonce. */
public final class SignedRequests {
  /** The time that all of them carry. */
  public static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  private static final String HOST = "vpcipam.cn-hangzhou.aliyuncs.com";
  private static final String SECRET = "testsecret";
  private static final Map<String, String> BUSINESS =
      Map.of(
          "RegionId", "cn-hangzhou",
          "ResourceType", "IPAM",
          "ResourceId.1", SampleData.id(1),
          "Format", "JSON");

  private SignedRequests() {}

  /** As clients of the older generation sign. */
  public static List<RpcRequest> v1(int count) {
    return many(count, SignedRequests::v1Request);
  }

  /** As clients of the newer generation sign. */
  public static List<RpcRequest> acs3(int count) {
    return many(count, SignedRequests::acs3Request);
  }

  private static List<RpcRequest> many(int count, IntFunction<RpcRequest> request) {
    return IntStream.range(0, count).mapToObj(request).toList();
  }

  private static RpcRequest v1Request(int number) {
    Map<String, String> parameters = new TreeMap<>(BUSINESS);
    parameters.put("Action", "ListTagResources");
    parameters.put("Version", "2023-02-28");
    parameters.put("AccessKeyId", "testid");
    parameters.put("SignatureMethod", "HMAC-SHA1");
    parameters.put("SignatureVersion", "1.0");
    parameters.put("SignatureNonce", "nonce-" + number);
    parameters.put("Timestamp", TIME.toString());
    String text = "GET&%2F&" + encode(query(parameters));
    byte[] signature = hmac("HmacSHA1", SECRET + "&", text);
    parameters.put("Signature", Base64.getEncoder().encodeToString(signature));
    return request(query(parameters), Map.of("host", HOST));
  }

  private static RpcRequest acs3Request(int number) {
    String query = query(BUSINESS);
    Map<String, String> headers = new TreeMap<>();
    headers.put("host", HOST);
    headers.put("x-acs-action", "ListTagResources");
    headers.put("x-acs-version", "2023-02-28");
    headers.put("x-acs-date", TIME.toString());
    headers.put("x-acs-signature-nonce", "nonce-" + number);
    headers.put("x-acs-content-sha256", sha256(""));
    String names = String.join(";", headers.keySet());
    String lines =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    String canonical = String.join("\n", "GET", "/", query, lines, names, sha256(""));
    String text = "ACS3-HMAC-SHA256\n" + sha256(canonical);
    headers.put(
        "authorization",
        "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders="
            + names
            + ",Signature="
            + HexFormat.of().formatHex(hmac("HmacSHA256", SECRET, text)));
    return request(query, headers);
  }

  private static RpcRequest request(String query, Map<String, String> headers) {
    Parameters parameters = Parameters.parse(query);
    return new RpcRequest(
        "4C467B38-3910-447D-87BC-AC049166F216",
        "GET",
        "/",
        HOST,
        headers::get,
        parameters,
        parameters,
        new byte[0]);
  }

  private static String query(Map<String, String> parameters) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(String algorithm, String key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

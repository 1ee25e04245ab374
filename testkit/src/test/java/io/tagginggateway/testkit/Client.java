package io.tagginggateway.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as an official client does with V1, and asks either product. */
final class Client {
  static final String CLOUD_API = "2016-07-14";
  static final String VPC_IPAM = "2023-02-28";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final Credentials credentials;

  Client(String url, Credentials credentials) {
    this.url = url;
    this.credentials = credentials;
  }

  /** Lists what carries the tag {@code env}. */
  HttpResponse<String> list(String version, String type) {
    return call("ListTagResources", version, Map.of("ResourceType", type, "Tag.1.Key", "env"));
  }

  HttpResponse<String> page(String type, String token) {
    return call(
        "ListTagResources",
        CLOUD_API,
        Map.of("ResourceType", type, "Tag.1.Key", "env", "NextToken", token));
  }

  HttpResponse<String> tag(String version, String type, String id, String value) {
    return call(
        "TagResources",
        version,
        Map.of("ResourceType", type, "ResourceId.1", id, "Tag.1.Key", "env", "Tag.1.Value", value));
  }

  HttpResponse<String> call(String action, String version, Map<String, String> more) {
    TreeMap<String, String> all = new TreeMap<>(more);
    all.put("Action", action);
    all.put("Version", version);
    all.put("RegionId", "cn-hangzhou");
    all.put("Format", "JSON");
    all.put("AccessKeyId", credentials.accessKeyId());
    all.put("SignatureMethod", "HMAC-SHA1");
    all.put("SignatureVersion", "1.0");
    all.put("SignatureNonce", UUID.randomUUID().toString());
    all.put("Timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    all.put("Signature", sign(query(all)));
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/?" + query(all))).build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String sign(String query) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      String secret = credentials.accessKeySecret() + "&";
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] text = ("GET&%2F&" + encode(query)).getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(mac.doFinal(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}

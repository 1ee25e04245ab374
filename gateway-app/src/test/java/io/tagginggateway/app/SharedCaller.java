package io.tagginggateway.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Asks one of several gateways, by plain HTTP.
 *
 * @param port where it listens
 */
record SharedCaller(HttpClient client, int port) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A call of VPC IPAM in cn-hangzhou on IPAM. */
  static Map<String, String> ipam(String action, String... more) {
    Map<String, String> call = new TreeMap<>();
    call.put("Action", action);
    call.put("Version", "2023-02-28");
    call.put("RegionId", "cn-hangzhou");
    call.put("ResourceType", "IPAM");
    for (int i = 0; i < more.length; i += 2) {
      call.put(more[i], more[i + 1]);
    }
    return call;
  }

  HttpResponse<String> ask(Map<String, String> call) throws IOException, InterruptedException {
    return send(request("/?" + query(call)).GET().build());
  }

  /** Asks with a form as it stands, whose host header names the product. */
  HttpResponse<String> post(String form) throws IOException, InterruptedException {
    return send(
        request("/")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  HttpResponse<String> admin(String method, String path, String body)
      throws IOException, InterruptedException {
    return send(
        request("/_gateway/" + path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  /** A signed form, as V1 wants it: it can be sent anywhere, and once. */
  static String signed(Map<String, String> call, String key, String secret, String token)
      throws GeneralSecurityException {
    Map<String, String> all = new TreeMap<>(call);
    all.put("AccessKeyId", key);
    all.put("SignatureMethod", "HMAC-SHA1");
    all.put("SignatureVersion", "1.0");
    all.put("SignatureNonce", UUID.randomUUID().toString());
    all.put("Timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    if (!token.isEmpty()) {
      all.put("SecurityToken", token);
    }
    String query = query(all);
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec((secret + "&").getBytes(UTF_8), "HmacSHA1"));
    byte[] signature = mac.doFinal(("POST&%2F&" + encode(query)).getBytes(UTF_8));
    return query + "&Signature=" + encode(Base64.getEncoder().encodeToString(signature));
  }

  private static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}

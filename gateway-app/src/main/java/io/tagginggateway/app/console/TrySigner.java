package io.tagginggateway.app.console;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.auth.Signatures;
import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.product.RoaRequest;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a call into the HTTP request that a client would send: signed where there is a key. */
final class TrySigner {
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final String MASK = "***";

  private final Clock clock;
  private final String defaultRegion;

  TrySigner(Clock clock, String defaultRegion) {
    this.clock = clock;
    this.defaultRegion = defaultRegion;
  }

  /**
   * A request, ready to send.
   *
   * @param shown the request without what is secret in it
   */
  @SuppressWarnings("ArrayRecordComponent") // sent as it is, never compared
  record Signed(
      String method,
      String host,
      String uri,
      Map<String, String> headers,
      byte[] body,
      String shown) {}

  Signed sign(TryRequest request) {
    RoaRequest roa = request.operation() instanceof TagOperation tags ? tags.request() : null;
    return roa == null ? v1(request) : acs3(request, roa);
  }

  private Signed v1(TryRequest request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("Action", request.operation().name());
    parameters.put("Version", request.product().version());
    parameters.put("Format", request.format().name());
    parameters.putAll(request.parameters());
    String method = request.product().takes("POST") ? "POST" : "GET";
    AccessKey key = request.key();
    if (key != null) {
      parameters.putIfAbsent("AccessKeyId", key.id());
      parameters.putIfAbsent("SignatureMethod", "HMAC-SHA1");
      parameters.putIfAbsent("SignatureVersion", "1.0");
      parameters.putIfAbsent("SignatureNonce", UUID.randomUUID().toString());
      parameters.putIfAbsent("Timestamp", now());
      if (key.securityToken() != null) {
        parameters.putIfAbsent("SecurityToken", key.securityToken());
      }
      Parameters all = Parameters.parse(encode(parameters));
      RpcRequest unsigned =
          new RpcRequest("", method, "/", "", name -> null, all, all, new byte[0]);
      parameters.putIfAbsent("Signature", Signatures.v1(unsigned, key.secret()));
    }
    String host = host(request);
    Map<String, String> shown = new LinkedHashMap<>(parameters);
    for (String secret : new String[] {"Signature", "SecurityToken"}) {
      shown.computeIfPresent(secret, (name, value) -> MASK);
    }
    return new Signed(
        method,
        host,
        "/?" + encode(parameters),
        Map.of(),
        new byte[0],
        method + " /?" + encode(shown).replace(encode(MASK), MASK) + "\nHost: " + host);
  }

  private Signed acs3(TryRequest request, RoaRequest roa) {
    Map<String, String> rest = new LinkedHashMap<>(request.parameters());
    TreeMap<String, String> headers = new TreeMap<>();
    TagOperation tags = (TagOperation) request.operation();
    String region = tags.parameters().region().name();
    if (tags.parameters().region().inHeader() && rest.containsKey(region)) {
      headers.put(region, String.valueOf(rest.remove(region)));
    }
    String host = host(request);
    headers.put("host", host);
    headers.put("x-acs-action", request.operation().name());
    headers.put("x-acs-version", request.product().version());
    Map<String, String> query = new LinkedHashMap<>();
    query.put("Format", request.format().name());
    String body = "";
    switch (roa.in()) {
      case QUERY -> query.putAll(rest);
      case FORM -> {
        body = encode(rest);
        headers.put("content-type", FORM);
      }
      case BODY -> {
        body = json(rest);
        headers.put("content-type", "application/json");
      }
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String uri = roa.path() + "?" + encode(query);
    StringBuilder shown = new StringBuilder(roa.method() + " " + uri);
    headers.forEach((name, value) -> shown.append("\n" + name + ": " + value));
    shown.append(body.isEmpty() ? "" : "\n\n" + body);
    if (request.key() != null) {
      authorize(request.key(), roa, host, headers, Parameters.parse(encode(query)), bytes);
    }
    headers.remove("host");
    return new Signed(roa.method(), host, uri, headers, bytes, shown.toString());
  }

  private void authorize(
      AccessKey key,
      RoaRequest roa,
      String host,
      Map<String, String> headers,
      Parameters query,
      byte[] body) {
    headers.put("x-acs-date", now());
    headers.put("x-acs-signature-nonce", UUID.randomUUID().toString());
    headers.put("x-acs-content-sha256", Signatures.contentHash(body));
    if (key.securityToken() != null) {
      headers.put("x-acs-security-token", key.securityToken());
    }
    String names = String.join(";", headers.keySet());
    RpcRequest unsigned =
        new RpcRequest("", roa.method(), roa.path(), host, headers::get, query, query, body);
    headers.put(
        "Authorization",
        "ACS3-HMAC-SHA256 Credential="
            + key.id()
            + ",SignedHeaders="
            + names
            + ",Signature="
            + Signatures.acs3(unsigned, names, key.secret()));
  }

  /** A field that holds a JSON array is sent as one. */
  private static String json(Map<String, String> parameters) {
    JsonObject json = new JsonObject();
    parameters.forEach(
        (name, value) -> json.put(name, value.startsWith("[") ? array(value) : value));
    return json.encode();
  }

  private static Object array(String value) {
    try {
      return new JsonArray(value);
    } catch (DecodeException e) {
      return value;
    }
  }

  /** The product's own host, in the region that is asked for. */
  private String host(TryRequest request) {
    @Nullable String asked = request.parameters().get("RegionId");
    boolean usable = asked != null && asked.matches("[a-zA-Z0-9-]{1,64}");
    String region = usable && asked != null ? asked : defaultRegion;
    return request.product().head().hosts().get(0).replace(ProductHead.REGION, region);
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String encode(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return Texts.encode(text).replace("*", "%2A").replace("%7E", "~");
  }
}

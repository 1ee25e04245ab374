package io.tagginggateway.contract.verify;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.tagginggateway.core.auth.Signatures;
import io.tagginggateway.core.product.RoaRequest;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes signed HTTP requests as a client does.
 *
 * @param endpoint where they go
 * @param named the host to name in place of the endpoint's, or null
 * @param version the API version, which tells the product where the host does not
 * @param credentials who asks
 * @param timeout how long an answer may take
 */
record Wire(
    URI endpoint,
    @Nullable String named,
    String version,
    Credentials credentials,
    Clock clock,
    Duration timeout) {
  private static final String FORM = "application/x-www-form-urlencoded";

  /** A request with its body, which the JDK's does not show. */
  @SuppressWarnings("ArrayRecordComponent") // shown, never compared
  record Sent(HttpRequest request, byte[] body) {}

  Sent request(VerifyRequest ask) {
    return ask.signing().inHeaders() ? acs3(ask) : v1(ask);
  }

  private Sent v1(VerifyRequest ask) {
    Map<String, String> parameters = new LinkedHashMap<>(ask.parameters());
    parameters.putIfAbsent("Action", ask.action());
    parameters.putIfAbsent("Version", version);
    parameters.putIfAbsent("AccessKeyId", credentials.accessKeyId());
    parameters.putIfAbsent("SignatureMethod", "HMAC-SHA1");
    parameters.putIfAbsent("SignatureVersion", "1.0");
    parameters.putIfAbsent("SignatureNonce", UUID.randomUUID().toString());
    parameters.putIfAbsent("Timestamp", now());
    if (credentials.securityToken() != null) {
      parameters.putIfAbsent("SecurityToken", credentials.securityToken());
    }
    addFormat(ask, parameters);
    Map<String, String> signed = new LinkedHashMap<>(parameters);
    if (ask.signing() == Signing.V1_WITHOUT_EMPTY) {
      signed.values().removeIf(String::isEmpty);
    }
    parameters.computeIfAbsent(
        "Signature", name -> Signatures.v1(signed(ask, signed, Map.of()), credentials.secret()));
    ask.omitted().forEach(parameters::remove);
    return send(ask, parameters, ask.headers());
  }

  private Sent acs3(VerifyRequest ask) {
    Map<String, String> parameters = new LinkedHashMap<>(ask.parameters());
    addFormat(ask, parameters);
    Map<String, String> headers = new TreeMap<>(ask.headers());
    headers.put("host", host());
    String type = contentType(ask);
    if (type != null) {
      headers.putIfAbsent("content-type", type);
    }
    headers.putIfAbsent("x-acs-action", ask.action());
    headers.putIfAbsent("x-acs-version", version);
    headers.putIfAbsent("x-acs-date", now());
    headers.putIfAbsent("x-acs-signature-nonce", UUID.randomUUID().toString());
    headers.putIfAbsent("x-acs-content-sha256", Signatures.contentHash(body(ask, parameters)));
    if (credentials.securityToken() != null) {
      headers.putIfAbsent("x-acs-security-token", credentials.securityToken());
    }
    boolean other = ask.signing() == Signing.ACS3_OTHER_ORDER;
    String names =
        headers.keySet().stream()
            .filter(name -> !other || !name.equals("host"))
            .collect(Collectors.joining(";"));
    String signature =
        Signatures.acs3(signed(ask, parameters, headers), names, credentials.secret());
    String credential = "Credential=" + credentials.accessKeyId();
    String rest = "Signature=" + signature;
    String signedHeaders = "SignedHeaders=" + names;
    headers.putIfAbsent(
        "Authorization",
        "ACS3-HMAC-SHA256 "
            + (other
                ? String.join(",", rest, signedHeaders, credential)
                : String.join(",", credential, signedHeaders, rest)));
    headers.remove("host");
    return send(ask, parameters, headers);
  }

  private static void addFormat(VerifyRequest ask, Map<String, String> parameters) {
    if (ask.format() != null) {
      parameters.putIfAbsent("Format", ask.format().name());
    }
  }

  private RpcRequest signed(
      VerifyRequest ask, Map<String, String> parameters, Map<String, String> headers) {
    Parameters query = Parameters.parse(encode(parameters, name -> inQuery(ask, name)));
    Parameters all = Parameters.parse(encode(parameters, name -> true));
    return new RpcRequest(
        "", method(ask), path(ask), host(), headers::get, query, all, body(ask, parameters));
  }

  private Sent send(
      VerifyRequest ask, Map<String, String> parameters, Map<String, String> headers) {
    String query = encode(parameters, name -> inQuery(ask, name));
    byte[] body = body(ask, parameters);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(base() + path(ask) + (query.isEmpty() ? "" : "?" + query)))
            .timeout(timeout)
            .method(
                method(ask),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    String type = contentType(ask);
    if (type != null && !headers.containsKey("content-type")) {
      request.header("content-type", type);
    }
    headers.forEach(request::header);
    if (named != null) {
      request.header("host", named);
    }
    return new Sent(request.build(), body);
  }

  private static byte[] body(VerifyRequest ask, Map<String, String> parameters) {
    if (ask.roa() != null && ask.roa().in() == RoaRequest.In.BODY) {
      return json(ask, parameters).getBytes(StandardCharsets.UTF_8);
    }
    String form = encode(parameters, name -> !inQuery(ask, name));
    return (form + ask.rawForm()).getBytes(StandardCharsets.UTF_8);
  }

  /** Lists are written as JSON already; what is no parameter of the operation stays a text. */
  private static String json(VerifyRequest ask, Map<String, String> parameters) {
    Set<@Nullable String> lists = new HashSet<>();
    lists.add(ask.names().ids());
    lists.add(ask.names().tags());
    lists.add(ask.names().keys());
    return parameters.entrySet().stream()
        .filter(parameter -> !inQuery(ask, parameter.getKey()))
        .map(
            parameter -> {
              String value = parameter.getValue();
              boolean list = lists.contains(parameter.getKey()) && value.startsWith("[");
              return quoted(parameter.getKey()) + ":" + (list ? value : quoted(value));
            })
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }

  private static boolean inQuery(VerifyRequest ask, String name) {
    RoaRequest roa = ask.roa();
    return roa == null
        ? ask.placement().inQuery(name)
        : roa.in() == RoaRequest.In.QUERY || name.equals("Format");
  }

  private static String method(VerifyRequest ask) {
    RoaRequest roa = ask.roa();
    return roa == null ? ask.placement().method() : roa.method();
  }

  private static String path(VerifyRequest ask) {
    RoaRequest roa = ask.roa();
    return roa == null ? "/" : roa.path();
  }

  private static @Nullable String contentType(VerifyRequest ask) {
    RoaRequest roa = ask.roa();
    if (roa == null) {
      return ask.placement().hasFormType() ? FORM : null;
    }
    return switch (roa.in()) {
      case QUERY -> null;
      case BODY -> "application/json";
      case FORM -> FORM;
    };
  }

  private static String encode(Map<String, String> parameters, Predicate<String> which) {
    return parameters.entrySet().stream()
        .filter(parameter -> which.test(parameter.getKey()))
        .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private String base() {
    return endpoint.getScheme() + "://" + endpoint.getRawAuthority();
  }

  /** The Host header, as the HTTP client will send it. */
  private String host() {
    if (named != null) {
      return named;
    }
    boolean https = endpoint.getScheme().toLowerCase(Locale.ROOT).equals("https");
    int port = endpoint.getPort();
    boolean usual = port < 0 || port == (https ? 443 : 80);
    return usual ? endpoint.getHost() : endpoint.getHost() + ":" + port;
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}

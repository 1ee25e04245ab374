package io.tagginggateway.core.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.testing.Stages;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published examples of both signatures. */
class VectorsTest {

  @ParameterizedTest
  @MethodSource("v1")
  void theGatewayMakesTheSignatureOfEachV1Vector(JsonNode vector) {
    String signature = URLEncoder.encode(text(vector, "signature"), StandardCharsets.UTF_8);
    String raw =
        "%s /?%s&Signature=%s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
            .formatted(text(vector, "method"), query(vector.get("parameters")), signature);
    JsonNode parameters = vector.get("parameters");
    assertVerifies(raw, text(parameters, "Timestamp"), text(parameters, "AccessKeyId"), vector);
  }

  @ParameterizedTest
  @MethodSource("acs3")
  void theGatewayMakesTheSignatureOfEachAcs3Vector(JsonNode vector) {
    String headers =
        vector.get("headers").properties().stream()
            .map(header -> header.getKey() + ": " + header.getValue().asText() + "\r\n")
            .collect(Collectors.joining());
    String raw =
        "%s %s?%s HTTP/1.1\r\n%sAuthorization: ACS3-HMAC-SHA256 Credential=%s,SignedHeaders=%s,Signature=%s\r\n\r\n"
            .formatted(
                text(vector, "method"),
                text(vector, "path"),
                query(vector.get("query")),
                headers,
                text(vector, "accessKeyId"),
                text(vector, "signedHeaders"),
                text(vector, "signature"));
    assertVerifies(
        raw, text(vector.get("headers"), "x-acs-date"), text(vector, "accessKeyId"), vector);
  }

  @ParameterizedTest
  @MethodSource("acs3")
  void theCanonicalRequestOfEachAcs3VectorHasItsHash(JsonNode vector) {
    JsonNode sent = vector.get("headers");
    Map<String, String> headers =
        sent.properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().asText()));
    RpcRequest query =
        RawHttp.parse("GET /?" + query(vector.get("query")) + " HTTP/1.1\r\nHost: h\r\n\r\n");
    RpcRequest request =
        new RpcRequest(
            query.requestId(),
            text(vector, "method"),
            text(vector, "path"),
            text(sent, "host"),
            headers::get,
            query.query(),
            query.parameters(),
            new byte[0]);
    SignedText canonical =
        Acs3CanonicalRequest.of(
            request,
            SignedHeaders.parse(text(vector, "signedHeaders")),
            Hashes.sha256(request.body()));
    assertThat(Hashes.sha256(canonical)).isEqualTo(text(vector, "canonicalRequestSha256"));
  }

  static Stream<JsonNode> v1() throws IOException {
    return vectors("v1");
  }

  static Stream<JsonNode> acs3() throws IOException {
    return vectors("acs3");
  }

  private static Stream<JsonNode> vectors(String kind) throws IOException {
    try (InputStream file = VectorsTest.class.getResourceAsStream("/signature-vectors.json")) {
      JsonNode all = new ObjectMapper().readTree(Objects.requireNonNull(file));
      return StreamSupport.stream(all.get(kind).spliterator(), false);
    }
  }

  private static String query(JsonNode parameters) {
    return parameters.properties().stream()
        .map(
            parameter ->
                parameter.getKey()
                    + "="
                    + URLEncoder.encode(parameter.getValue().asText(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asText();
  }

  private static void assertVerifies(String raw, String time, String id, JsonNode vector) {
    AccessKey key = new AccessKey(id, text(vector, "secret"), "account", null, null, false);
    Clock clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    Caller caller =
        Stages.join(
            new StrictAuthenticator(clock, new NonceMemory())
                .authenticate(RawHttp.parse(raw), Gate.keys(Map.of(id, key))));
    assertThat(caller).isEqualTo(new Caller("account", id));
  }
}

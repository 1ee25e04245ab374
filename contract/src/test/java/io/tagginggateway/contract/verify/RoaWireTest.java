package io.tagginggateway.contract.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.contract.testing.ContractSchemas;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.request.Format;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How requests of the ROA style go onto the wire: method, path, place of the parameters, headers.
 */
final class RoaWireTest {
  private static final URI ENDPOINT = URI.create("http://127.0.0.1:8080");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void aListIsAGetWithEverythingInTheQuery() {
    Wire.Sent sent = sent("CS", Kind.LIST, ask -> ask.id("c-1").tag(1, "env", "a b"));

    assertThat(sent.request().method()).isEqualTo("GET");
    assertThat(sent.request().uri().getPath()).isEqualTo("/tags");
    assertThat(sent.request().uri().getQuery())
        .contains("resource_ids=[\"c-1\"]", "tags=[{\"key\":\"env\",\"value\":\"a b\"}]")
        .contains("resource_type=CLUSTER", "Format=JSON")
        .doesNotContain("Action", "Signature");
    assertThat(sent.body()).isEmpty();
    isSigned(sent.request(), "ListTagResources", "2015-12-15");
  }

  @Test
  void aChangeIsOneJsonObjectWithArrays() {
    Wire.Sent sent = sent("CS", Kind.TAG, ask -> ask.id("c-1").tag(1, "env", "\"a\""));

    assertThat(sent.request().method()).isEqualTo("PUT");
    assertThat(new String(sent.body(), StandardCharsets.UTF_8))
        .contains("\"resource_ids\":[\"c-1\"]")
        .contains("\"tags\":[{\"key\":\"env\",\"value\":\"\\\"a\\\"\"}]")
        .startsWith("{")
        .endsWith("}");
    assertThat(sent.request().headers().firstValue("content-type")).contains("application/json");
    isSigned(sent.request(), "TagResources", "2015-12-15");
  }

  @Test
  void aRemovalHasItsOwnMethodAndItsListsInTheQuery() {
    Wire.Sent sent = sent("CS", Kind.UNTAG, ask -> ask.id("c-1").removing(1, "env").all(false));

    assertThat(sent.request().method()).isEqualTo("DELETE");
    assertThat(sent.request().uri().getQuery())
        .contains("tag_keys=[\"env\"]", "all=false", "resource_ids=[\"c-1\"]");
  }

  @Test
  void aFormIsAFormAndTheQueryKeepsTheFormatAlone() {
    Wire.Sent sent = sent("sae", Kind.TAG, ask -> ask.id("a-1").tag(1, "env", "a"));

    assertThat(sent.request().method()).isEqualTo("POST");
    assertThat(sent.request().headers().firstValue("content-type"))
        .contains("application/x-www-form-urlencoded");
    assertThat(sent.request().uri().getQuery()).isEqualTo("Format=JSON");
    assertThat(new String(sent.body(), StandardCharsets.UTF_8))
        .contains("ResourceIds=%5B%22a-1%22%5D", "RegionId=cn-hangzhou");
  }

  @Test
  void partsOfATagMayBeCalledOtherwiseInOneOperation() {
    assertThat(
            new String(
                sent("APIG", Kind.TAG, ask -> ask.tag(1, "k", "v")).body(), StandardCharsets.UTF_8))
        .contains("\"tag\":[{\"key\":\"k\",\"value\":\"v\"}]");
    assertThat(sent("APIG", Kind.LIST, ask -> ask.tag(1, "k", "v")).request().uri().getQuery())
        .contains("Tag=[{\"Key\":\"k\",\"Value\":\"v\"}]");
  }

  @ParameterizedTest
  @EnumSource(Placement.class)
  void placesOfTheRpcStyleDoNotApply(Placement placement) {
    VerifyRequest ask = ask("CS", Kind.LIST);
    assertThatThrownBy(() -> ask.by(placement)).isInstanceOf(NotApplicable.class);
    assertThatThrownBy(() -> ask.raw("&x")).isInstanceOf(NotApplicable.class);
    assertThatThrownBy(() -> ask.by(Signing.V1)).isInstanceOf(NotApplicable.class);
    assertThatThrownBy(() -> ask.omitting("Signature")).isInstanceOf(NotApplicable.class);
  }

  /** What a test adds to a request. */
  private interface Change {
    VerifyRequest to(VerifyRequest ask);
  }

  private static Wire.Sent sent(String code, Kind kind, Change change) {
    Wire wire =
        new Wire(
            ENDPOINT,
            null,
            entry(code).head().version(),
            new Credentials("testid", "testsecret", null),
            CLOCK,
            Duration.ofSeconds(1));
    return wire.request(change.to(ask(code, kind)));
  }

  private static VerifyRequest ask(String code, Kind kind) {
    for (TagOperation operation : ContractSchemas.operations(entry(code).product())) {
      if (operation.kind() == kind) {
        String type = operation.family().types().names().get(0);
        return VerifyRequest.of(operation, Format.JSON, Placement.GET)
            .region("cn-hangzhou")
            .type(type);
      }
    }
    throw new AssertionError(code + " has no " + kind);
  }

  private static ProductEntry entry(String code) {
    return ContractSchemas.products().stream()
        .filter(entry -> entry.head().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static void isSigned(HttpRequest request, String action, String version) {
    assertThat(request.headers().firstValue("x-acs-action")).contains(action);
    assertThat(request.headers().firstValue("x-acs-version")).contains(version);
    assertThat(request.headers().firstValue("x-acs-date")).contains("2026-11-26T12:00:00Z");
    assertThat(request.headers().firstValue("Authorization").orElse(""))
        .startsWith("ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=")
        .contains("host;x-acs-action;x-acs-content-sha256;x-acs-date");
  }
}

package io.tagginggateway.contract.verify;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Those rows of the gateway's own table that a client can provoke, and their order. */
final class GatewayChecks {
  private static final List<String> MANDATORY =
      List.of(
          "AccessKeyId",
          "Signature",
          "SignatureMethod",
          "SignatureVersion",
          "SignatureNonce",
          "Timestamp");

  private GatewayChecks() {}

  static List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    lists(checks, GatewayErrors.MALFORMED_PARAMETERS, s -> nobody(s).raw("&Broken=%ZZ"));
    lists(checks, GatewayErrors.INVALID_FORMAT, s -> nobody(s).with("Format", "YAML"));
    lists(checks, GatewayErrors.ACTION_NOT_FOUND, s -> nobody(s).with("Action", "NoSuchAction"));
    lists(checks, GatewayErrors.INVALID_VERSION, GatewayChecks::wrongVersion);
    lists(checks, GatewayErrors.UNSUPPORTED_METHOD, s -> nobody(s).by(Placement.PUT));
    checks.add(Check.lists("check-order", "Format before Action", GatewayChecks::formatFirst));
    checks.add(Check.lists("check-order", "Action before the product", GatewayChecks::actionFirst));
    checks.add(
        Check.signatures(
            "check-order", "the signature before the product", GatewayChecks::signatureFirst));
    checks.add(Check.signatures("gateway.MissingVersion", "no Version", GatewayChecks::noVersion));
    for (String name : MANDATORY) {
      strict(checks, GatewayErrors.missing(name), s -> nobody(s).omitting(name));
    }
    strict(
        checks,
        GatewayErrors.INVALID_SIGNATURE_METHOD,
        s -> nobody(s).with("SignatureMethod", "HMAC-MD5"));
    strict(
        checks,
        GatewayErrors.INVALID_TIMESTAMP_FORMAT,
        s -> nobody(s).with("Timestamp", "yesterday"));
    strict(checks, GatewayErrors.TIMESTAMP_EXPIRED, s -> nobody(s).with("Timestamp", old()));
    strict(
        checks,
        GatewayErrors.ACCESS_KEY_NOT_FOUND,
        s -> nobody(s).with("AccessKeyId", "nobody" + UUID.randomUUID()));
    for (Signing signing : List.of(Signing.V1, Signing.ACS3)) {
      checks.add(
          Check.signatures(
              "gateway." + GatewayErrors.SIGNATURE_MISMATCH.code(),
              "another signature, " + signing,
              s -> s.expectErrorThatQuotes(forged(s, signing), GatewayErrors.SIGNATURE_MISMATCH)));
    }
    checks.add(
        Check.signatures(
            "gateway." + GatewayErrors.NONCE_USED.code(),
            "the same request twice",
            GatewayChecks::twice));
    return checks;
  }

  private static void lists(
      List<Check> checks, ApiError error, Function<Session, VerifyRequest> ask) {
    checks.add(
        Check.lists("gateway." + error.code(), "its row", s -> s.expectError(ask.apply(s), error)));
  }

  private static void strict(
      List<Check> checks, ApiError error, Function<Session, VerifyRequest> ask) {
    checks.add(
        Check.signatures(
            "gateway." + error.code(), "its row", s -> s.expectError(ask.apply(s), error)));
  }

  /** A list whose signature is not the one of its parameters. */
  static VerifyRequest forged(Session s, Signing signing) {
    VerifyRequest ask = nobody(s).by(signing);
    return signing.inHeaders()
        ? ask.header("x-acs-content-sha256", "0".repeat(64))
        : ask.with("Signature", "bm90IHRoZSBzaWduYXR1cmU=");
  }

  private static VerifyRequest nobody(Session s) {
    return s.list().id(s.world().nobody());
  }

  /**
   * A version that is another product's, or nobody's, cannot tell the product where no host does.
   */
  private static VerifyRequest wrongVersion(Session s) {
    VerifyRequest ask = nobody(s).with("Version", "1999-01-01");
    if (isNoProduct(s.send(ask))) {
      throw new NotApplicable("the host names no product, so that the version must");
    }
    return ask;
  }

  private static void noVersion(Session s) {
    VerifyRequest ask = nobody(s).omitting("Version");
    if (isNoProduct(s.send(ask))) {
      throw new NotApplicable("the host names no product, so that the version must");
    }
    s.expectError(nobody(s).omitting("Version"), GatewayErrors.missing("Version"));
  }

  private static boolean isNoProduct(Reply reply) {
    return GatewayErrors.PRODUCT_NOT_FOUND.code().equals(reply.code());
  }

  private static void formatFirst(Session s) {
    VerifyRequest ask = nobody(s).with("Format", "YAML").with("Action", "NoSuchAction");
    s.expect(GatewayErrors.INVALID_FORMAT.code(), s.send(ask).code());
  }

  private static void actionFirst(Session s) {
    VerifyRequest ask = s.list().without("ResourceType").with("Action", "NoSuchAction");
    s.expect(GatewayErrors.ACTION_NOT_FOUND.code(), s.send(ask).code());
  }

  private static void signatureFirst(Session s) {
    VerifyRequest ask = forged(s, Signing.V1).without("ResourceType");
    s.expect(GatewayErrors.SIGNATURE_MISMATCH.code(), s.send(ask).code());
  }

  private static void twice(Session s) {
    VerifyRequest ask = nobody(s).with("SignatureNonce", UUID.randomUUID().toString());
    s.succeed(ask);
    s.expectError(ask, GatewayErrors.NONCE_USED);
  }

  private static String old() {
    return Instant.now().minus(20, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}

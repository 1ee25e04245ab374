package io.tagginggateway.contract.verify;

import io.tagginggateway.contract.RuleIds;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.Product;
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

  static List<Check> checks(Product product) {
    List<Check> checks = new ArrayList<>();
    checks.add(
        row(GatewayErrors.MALFORMED_PARAMETERS, s -> s.some().raw("&Broken=%ZZ"))
            .after(Bases.ERROR, "post-form"));
    checks.add(row(GatewayErrors.INVALID_FORMAT, s -> s.some().in(null).with("Format", "YAML")));
    checks.add(row(GatewayErrors.ACTION_NOT_FOUND, s -> s.some().with("Action", "NoSuchAction")));
    checks.add(row(GatewayErrors.INVALID_VERSION, GatewayChecks::wrongVersion));
    checks.add(row(GatewayErrors.UNSUPPORTED_METHOD, s -> s.some().by(Placement.PUT)));
    if (!product.takes("GET")) {
      checks.add(
          Check.lists("methods", "GET is none", GatewayChecks::getIsRefused).after(Bases.ERROR));
    }
    checks.add(order("Format before Action", GatewayChecks::formatFirst, Check.Needs.LISTS));
    checks.add(order("Action before the product", GatewayChecks::actionFirst, Check.Needs.LISTS));
    checks.add(
        order(
            "the signature before the product",
            GatewayChecks::signatureFirst,
            Check.Needs.SIGNATURES));
    checks.add(
        Check.signatures("gateway.MissingVersion", "no Version", GatewayChecks::noVersion)
            .after(Bases.ERROR));
    for (String name : MANDATORY) {
      checks.add(strict(GatewayErrors.missing(name), s -> s.some().omitting(name)));
    }
    checks.add(
        strict(
            GatewayErrors.INVALID_SIGNATURE_METHOD,
            s -> s.some().with("SignatureMethod", "HMAC-MD5")));
    checks.add(
        strict(
            GatewayErrors.INVALID_TIMESTAMP_FORMAT, s -> s.some().with("Timestamp", "yesterday")));
    checks.add(strict(GatewayErrors.TIMESTAMP_EXPIRED, s -> s.some().with("Timestamp", old())));
    checks.add(
        strict(
            GatewayErrors.ACCESS_KEY_NOT_FOUND,
            s -> s.some().with("AccessKeyId", "nobody" + UUID.randomUUID())));
    for (Signing signing : List.of(Signing.V1, Signing.ACS3)) {
      checks.add(
          Check.signatures(
                  RuleIds.of(GatewayErrors.SIGNATURE_MISMATCH),
                  "another signature, " + signing,
                  s ->
                      s.expectErrorThatQuotes(forged(s, signing), GatewayErrors.SIGNATURE_MISMATCH))
              .after(Bases.ERROR, signing == Signing.ACS3 ? "three-places" : Bases.ERROR));
    }
    checks.add(
        Check.signatures(
                RuleIds.of(GatewayErrors.NONCE_USED),
                "the same request twice",
                GatewayChecks::twice)
            .after(Bases.ERROR));
    checks.add(
        Check.signatures("acs3-body", "another body", GatewayChecks::otherBody)
            .after(
                Bases.ERROR,
                "acs3",
                "three-places",
                "post-form",
                RuleIds.of(GatewayErrors.SIGNATURE_MISMATCH)));
    return checks;
  }

  private static void otherBody(Session s) {
    VerifyRequest ask = s.some().by(Signing.ACS3).by(Placement.POST_FORM);
    s.expectErrorThatQuotes(
        ask.header("x-acs-content-sha256", "0".repeat(64)), GatewayErrors.SIGNATURE_MISMATCH);
  }

  /** A row that any endpoint answers. */
  private static Check row(ApiError error, Function<Session, VerifyRequest> ask) {
    return Check.lists(RuleIds.of(error), "its row", s -> row(s, ask, error)).after(Bases.ERROR);
  }

  /** A row that an endpoint answers which checks signatures. */
  private static Check strict(ApiError error, Function<Session, VerifyRequest> ask) {
    return Check.signatures(RuleIds.of(error), "its row", s -> row(s, ask, error))
        .after(Bases.ERROR);
  }

  private static void row(Session s, Function<Session, VerifyRequest> ask, ApiError error) {
    s.onlyInRpc();
    s.expectError(ask.apply(s), error);
  }

  private static Check order(String name, Check.Script rpc, Check.Needs needs) {
    Check.Script script =
        s -> {
          s.onlyInRpc();
          rpc.run(s);
        };
    Check check =
        needs == Check.Needs.SIGNATURES
            ? Check.signatures("check-order", name, script)
            : Check.lists("check-order", name, script);
    return check.after(
        Bases.ERROR,
        RuleIds.of(GatewayErrors.INVALID_FORMAT),
        RuleIds.of(GatewayErrors.ACTION_NOT_FOUND),
        RuleIds.of(GatewayErrors.SIGNATURE_MISMATCH));
  }

  private static void getIsRefused(Session s) {
    s.onlyInRpc();
    s.expectError(s.some().by(Placement.GET), GatewayErrors.UNSUPPORTED_METHOD);
  }

  /** A list whose signature is not the one of its parameters. */
  static VerifyRequest forged(Session s, Signing signing) {
    VerifyRequest ask = s.list().id(s.world().nobody()).by(signing);
    return signing.inHeaders()
        ? ask.header("x-acs-content-sha256", "0".repeat(64))
        : ask.with("Signature", "bm90IHRoZSBzaWduYXR1cmU=");
  }

  /**
   * A version that is another product's, or nobody's, cannot tell the product where no host does.
   */
  private static VerifyRequest wrongVersion(Session s) {
    VerifyRequest ask = s.some().with("Version", "1999-01-01");
    if (isNoProduct(s.send(ask))) {
      throw new NotApplicable("the host names no product, so that the version must");
    }
    return ask;
  }

  private static void noVersion(Session s) {
    s.onlyInRpc();
    VerifyRequest ask = s.some().omitting("Version");
    if (isNoProduct(s.send(ask))) {
      throw new NotApplicable("the host names no product, so that the version must");
    }
    s.expectError(s.some().omitting("Version"), GatewayErrors.missing("Version"));
  }

  private static boolean isNoProduct(Reply reply) {
    return GatewayErrors.PRODUCT_NOT_FOUND.code().equals(reply.code());
  }

  private static void formatFirst(Session s) {
    VerifyRequest ask = s.some().in(null).with("Format", "YAML").with("Action", "NoSuchAction");
    s.expect(GatewayErrors.INVALID_FORMAT.code(), s.send(ask).code());
  }

  private static void actionFirst(Session s) {
    VerifyRequest ask = s.list().withoutType().with("Action", "NoSuchAction");
    s.expect(GatewayErrors.ACTION_NOT_FOUND.code(), s.send(ask).code());
  }

  private static void signatureFirst(Session s) {
    VerifyRequest ask = forged(s, Signing.V1).withoutType();
    s.expect(GatewayErrors.SIGNATURE_MISMATCH.code(), s.send(ask).code());
  }

  private static void twice(Session s) {
    s.onlyInRpc();
    VerifyRequest ask = s.some().with("SignatureNonce", UUID.randomUUID().toString());
    s.succeed(ask);
    s.expectError(ask, GatewayErrors.NONCE_USED);
  }

  private static String old() {
    return Instant.now().minus(20, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}

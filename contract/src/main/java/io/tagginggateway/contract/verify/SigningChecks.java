package io.tagginggateway.contract.verify;

import io.tagginggateway.core.error.GatewayErrors;
import java.util.ArrayList;
import java.util.List;

/** The ways in which clients send and sign one and the same request. */
final class SigningChecks {
  private SigningChecks() {}

  static List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    form(checks, "post-in-query", Placement.POST_QUERY);
    form(checks, "post-split", Placement.POST_SPLIT);
    form(checks, "post-form", Placement.POST_FORM);
    form(checks, "get-form-type", Placement.GET_WITH_FORM_TYPE);
    checks.add(
        Check.lists(
            "three-places",
            "action and version in headers",
            s -> ok(s, nobody(s).by(Signing.ACS3))));
    checks.add(Check.lists("parameter-wins", "over a header", SigningChecks::parameterWins));
    for (Placement placement : List.of(Placement.GET, Placement.POST_QUERY, Placement.POST_FORM)) {
      signed(checks, "v1", "V1, " + placement, Signing.V1, placement);
      signed(checks, "acs3", "ACS3, " + placement, Signing.ACS3, placement);
    }
    signed(checks, "v1-empty-values", "left out", Signing.V1_WITHOUT_EMPTY, Placement.GET);
    signed(checks, "acs3-parts", "in another order", Signing.ACS3_OTHER_ORDER, Placement.GET);
    checks.add(Check.signatures("acs3-body", "another body", SigningChecks::otherBody));
    checks.add(Check.writes("post-form", "a change", SigningChecks::changeByForm));
    return checks;
  }

  private static VerifyRequest nobody(Session s) {
    return s.list().id(s.world().nobody());
  }

  private static void form(List<Check> checks, String rule, Placement placement) {
    checks.add(Check.lists(rule, "V1", s -> ok(s, nobody(s).by(placement))));
  }

  private static void signed(
      List<Check> checks, String rule, String name, Signing signing, Placement placement) {
    checks.add(
        Check.signatures(
            rule,
            name,
            s ->
                ok(s, nobody(s).with("NextToken", "").tag(1, "k中", "").by(signing).by(placement))));
  }

  private static void ok(Session s, VerifyRequest ask) {
    s.expect("200", s.send(ask).outcome());
  }

  /** Signed as two values, of which only the parameter takes effect. */
  private static void parameterWins(Session s) {
    ok(s, nobody(s).header("x-acs-version", "1999-01-01"));
  }

  private static void otherBody(Session s) {
    VerifyRequest ask = nobody(s).by(Signing.ACS3).by(Placement.POST_FORM);
    s.expectErrorThatQuotes(
        ask.header("x-acs-content-sha256", "0".repeat(64)), GatewayErrors.SIGNATURE_MISMATCH);
  }

  private static void changeByForm(Session s) {
    String id = s.world().fresh();
    String key = s.world().key("Form");
    VerifyRequest ask = s.tag(id).tag(1, key, "a b+c").by(Placement.POST_FORM);
    for (Signing signing : List.of(Signing.V1, Signing.ACS3)) {
      s.succeed(ask.by(signing));
      s.expectRows(s.list().id(id), s.row(id, key, "a b+c"));
    }
  }
}

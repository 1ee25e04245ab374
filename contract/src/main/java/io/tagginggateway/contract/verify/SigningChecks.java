package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.Style;
import java.util.ArrayList;
import java.util.List;

/** The ways in which clients send and sign one and the same request. */
final class SigningChecks {
  private SigningChecks() {}

  static List<Check> checks(Product product) {
    List<Check> checks = new ArrayList<>();
    form(checks, "post-in-query", Placement.POST_QUERY);
    form(checks, "post-split", Placement.POST_SPLIT);
    form(checks, "post-form", Placement.POST_FORM);
    List<Placement> placements = new ArrayList<>();
    if (product.takes("GET")) {
      form(checks, "get-form-type", Placement.GET_WITH_FORM_TYPE);
      placements.add(Placement.GET);
    }
    placements.add(Placement.POST_QUERY);
    placements.add(Placement.POST_FORM);
    checks.add(
        Check.lists(
                "three-places",
                "action and version in headers",
                s -> ok(s, s.some().by(Signing.ACS3)))
            .after(Bases.FORMAT));
    checks.add(
        Check.lists("parameter-wins", "over a header", SigningChecks::parameterWins)
            .after(Bases.FORMAT));
    for (Placement placement : placements) {
      signed(checks, "v1", Signing.V1, placement);
      signed(checks, "acs3", Signing.ACS3, placement);
    }
    if (product.head().style() == Style.ROA) {
      checks.add(
          Check.signatures("acs3", "as the style has it", s -> ok(s, odd(s).by(Signing.ACS3)))
              .after("three-places"));
    }
    Placement usual = placements.get(0);
    checks.add(
        Check.signatures(
                "v1-empty-values", "left out", s -> ok(s, odd(s, Signing.V1_WITHOUT_EMPTY, usual)))
            .after("v1"));
    checks.add(
        Check.signatures(
                "acs3-parts",
                "in another order",
                s -> ok(s, odd(s, Signing.ACS3_OTHER_ORDER, usual)))
            .after("acs3", "three-places"));
    checks.add(
        Check.writes("post-form", "a change", SigningChecks::changeByForm)
            .after(Bases.BY_ID, "three-places"));
    return checks;
  }

  private static void form(List<Check> checks, String rule, Placement placement) {
    checks.add(Check.lists(rule, "V1", s -> ok(s, s.some().by(placement))).after(Bases.FORMAT));
  }

  private static void signed(
      List<Check> checks, String rule, Signing signing, Placement placement) {
    String place =
        switch (placement) {
          case POST_QUERY -> "post-in-query";
          case POST_FORM -> "post-form";
          default -> Bases.FORMAT;
        };
    checks.add(
        Check.signatures(rule, placement.toString(), s -> ok(s, odd(s, signing, placement)))
            .after(Bases.FORMAT, place, signing.inHeaders() ? "three-places" : Bases.FORMAT));
  }

  /** A list that finds nothing and has what is easily signed wrongly: an empty value, a sign. */
  private static VerifyRequest odd(Session s, Signing signing, Placement placement) {
    return odd(s).by(signing).by(placement);
  }

  private static VerifyRequest odd(Session s) {
    return s.list().id(s.world().nobody()).with("Empty", "").with("Sign", "中 *~");
  }

  private static void ok(Session s, VerifyRequest ask) {
    s.expect("200", s.send(ask).outcome());
  }

  /** Signed as two values, of which only the parameter takes effect. */
  private static void parameterWins(Session s) {
    s.onlyInRpc();
    ok(s, s.some().header("x-acs-version", "1999-01-01"));
  }

  private static void changeByForm(Session s) {
    String id = s.world().fresh();
    String key = s.world().key("Form");
    String value = s.family().texts().value().allows("a b") ? "a b" : "a.b";
    VerifyRequest ask = s.tag(id).tag(1, key, value).by(Placement.POST_FORM);
    for (Signing signing : List.of(Signing.V1, Signing.ACS3)) {
      s.succeed(ask.by(signing));
      s.expectRows(s.list().id(id), s.row(id, key, value));
    }
  }
}

package io.tagginggateway.contract.verify;

import io.tagginggateway.contract.RuleIds;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.product.TextRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which keys and values are allowed, and which of several errors of a request is answered. */
final class TextChecks {
  private static final String BAD_KEY = RuleIds.of(Situation.BAD_KEY);
  private static final String BAD_VALUE = RuleIds.of(Situation.BAD_VALUE);
  private static final String BAD_ID = RuleIds.of(Situation.BAD_RESOURCE_ID);
  private static final String NO_TYPE = RuleIds.of(Situation.NO_RESOURCE_TYPE);
  private static final String TOO_MANY_IDS = RuleIds.of(Situation.TOO_MANY_RESOURCE_IDS);

  private TextChecks() {}

  static List<Check> checks(TagFamily family) {
    List<Check> checks = new ArrayList<>();
    checks.add(
        Check.lists("key-rule", "in a list", s -> keys(s, Kind.LIST))
            .after(BAD_KEY, Bases.NOBODY, Bases.ERROR));
    checks.add(
        Check.writes("key-rule", "in a change", s -> keys(s, Kind.TAG))
            .after(BAD_KEY, Bases.ERROR));
    checks.add(
        Check.lists("value-rule", "in a list", TextChecks::values)
            .after(BAD_VALUE, Bases.NOBODY, Bases.ERROR));
    String unknown = RuleIds.of(Situation.UNKNOWN_RESOURCE_TYPE);
    checks.add(
        Check.lists("odd-text", "what XML cannot carry", TextChecks::oddText)
            .after(BAD_KEY, BAD_ID, unknown, "key-rule", Bases.ERROR));
    checks.add(
        Check.lists("error-order", "type before sizes", TextChecks::typeFirst)
            .after(NO_TYPE, TOO_MANY_IDS, Bases.ERROR));
    checks.add(
        Check.lists("error-order", "sizes before keys", TextChecks::sizesBeforeKeys)
            .after(BAD_KEY, TOO_MANY_IDS, Bases.ERROR));
    if (family.parameters().token() != null) {
      checks.add(
          Check.lists("error-order", "keys before paging", TextChecks::keysBeforePaging)
              .after(BAD_KEY, RuleIds.of(Situation.BAD_NEXT_TOKEN), Bases.ERROR));
    }
    checks.add(Check.lists("region", "no RegionId", TextChecks::noRegion).after(Bases.ERROR));
    return checks;
  }

  /** Texts at the edges of a rule, on both sides of each. */
  private static Set<String> samples(TextRule rule, String letter) {
    Set<String> samples = new LinkedHashSet<>();
    samples.add("");
    samples.add(letter);
    for (int length : new int[] {rule.min(), rule.max(), rule.max() + 1}) {
      samples.add(letter.repeat(length));
      samples.add("中".repeat(length));
    }
    samples.addAll(List.of("1k", "k.k_k-1", "k k", "中文", ErrorChecks.CONTROL));
    for (String prefix : List.of("aliyun", "acs:")) {
      samples.add(prefix + letter);
    }
    rule.forbiddenPrefixes().forEach(prefix -> samples.add(prefix + letter));
    for (String part : List.of("http://", "https://")) {
      samples.add(letter + part + letter);
    }
    rule.forbiddenParts().forEach(part -> samples.add(letter + part));
    return samples;
  }

  private static void keys(Session s, Kind kind) {
    TextRule rule = s.family().texts().key(kind);
    for (String key : samples(rule, "k")) {
      VerifyRequest ask =
          kind == Kind.LIST ? s.filtered().key(1, key) : s.tag(s.world().fresh()).tag(1, key, "v");
      judge(
          s, rule.allows(key), s.send(ask), s.error(Situation.BAD_KEY, kind), "key " + shown(key));
    }
  }

  private static void values(Session s) {
    TextRule rule = s.family().texts().value();
    for (String value : samples(rule, "v")) {
      Reply reply = s.send(s.filtered().tag(1, s.world().key("Value"), value));
      ApiError error = s.error(Situation.BAD_VALUE, Kind.LIST);
      judge(s, rule.allows(value), reply, error, "value " + shown(value));
    }
  }

  private static void judge(Session s, boolean allowed, Reply reply, ApiError error, String what) {
    String code = reply.code();
    String expected = allowed ? "none" : error.code();
    s.expect(what + ": error " + expected, what + ": error " + (code == null ? "none" : code));
  }

  private static String shown(String text) {
    return text.length() > 20 ? "of " + text.length() + " characters" : "'" + text + "'";
  }

  private static void oddText(Session s) {
    s.expect(
        s.error(Situation.BAD_RESOURCE_ID, Kind.LIST).code(),
        s.send(s.list().id(ErrorChecks.CONTROL)).code());
    s.expect(
        s.error(Situation.BAD_KEY, Kind.LIST).code(),
        s.send(s.filtered().key(1, ErrorChecks.CONTROL)).code());
    if (!s.family().types().open()) {
      s.expect(
          s.error(Situation.UNKNOWN_RESOURCE_TYPE, Kind.LIST).code(),
          s.send(s.some().type(ErrorChecks.CONTROL)).code());
    }
  }

  private static void typeFirst(Session s) {
    if (s.family().types().assumed() != null) {
      throw new NotApplicable("a request without a type has the product's default");
    }
    VerifyRequest ask = ErrorChecks.tooManyIds(s, Kind.LIST).withoutType();
    s.expect(s.error(Situation.NO_RESOURCE_TYPE, Kind.LIST).code(), s.send(ask).code());
  }

  private static void sizesBeforeKeys(Session s) {
    VerifyRequest ask =
        ErrorChecks.tooManyIds(s, Kind.LIST).key(1, ErrorChecks.tooLongKey(s, Kind.LIST));
    s.expect(s.error(Situation.TOO_MANY_RESOURCE_IDS, Kind.LIST).code(), s.send(ask).code());
  }

  private static void keysBeforePaging(Session s) {
    VerifyRequest ask =
        s.filtered().key(1, ErrorChecks.tooLongKey(s, Kind.LIST)).token(ErrorChecks.NO_TOKEN);
    s.expect(s.error(Situation.BAD_KEY, Kind.LIST).code(), s.send(ask).code());
  }

  private static void noRegion(Session s) {
    VerifyRequest ask = s.some().withoutRegion();
    ApiError missing = s.product().region().missing(Kind.LIST);
    if (missing != null) {
      s.expectError(ask, missing);
    } else {
      Reply reply = s.send(ask);
      s.expect("no error", reply.isError() ? reply.outcome() : "no error");
    }
  }
}

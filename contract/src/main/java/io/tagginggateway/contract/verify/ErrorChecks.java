package io.tagginggateway.contract.verify;

import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagTexts;
import io.tagginggateway.core.tag.PageLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The product's error table, a row each, and the order in which its rules are checked. */
final class ErrorChecks {
  private static final String CONTROL = "a\u0001b";
  private static final List<String> KEYS =
      List.of(
          "",
          "k",
          "k".repeat(64),
          "k".repeat(65),
          "k".repeat(128),
          "k".repeat(129),
          "1k",
          "k.k_k-1",
          "k k",
          "中文",
          "aliyunk",
          "acs:k",
          "khttp://k",
          "khttps://k",
          CONTROL);
  private static final List<String> VALUES =
      List.of(
          "", "v".repeat(128), "v".repeat(129), "中".repeat(128), "http://v", "vhttps://", CONTROL);

  private ErrorChecks() {}

  static List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    lists(checks, Situation.NO_RESOURCE_TYPE, s -> nobody(s).without("ResourceType"));
    lists(checks, Situation.NO_RESOURCE_TYPE, s -> nobody(s).with("ResourceType", ""), "empty");
    lists(checks, Situation.UNKNOWN_RESOURCE_TYPE, s -> nobody(s).with("ResourceType", "Nothing"));
    lists(checks, Situation.TOO_MANY_RESOURCE_IDS, ErrorChecks::tooManyIds);
    lists(checks, Situation.TOO_MANY_TAGS, ErrorChecks::tooManyTags);
    lists(checks, Situation.NO_RESOURCE_IDS_NOR_TAGS, Session::list);
    lists(checks, Situation.BAD_RESOURCE_ID, s -> s.list().id("r".repeat(257)));
    lists(checks, Situation.VALUE_WITHOUT_KEY, s -> s.list().with("Tag.1.Value", "v"));
    lists(checks, Situation.DUPLICATE_KEY, s -> s.list().key(1, "k").key(2, "k"));
    lists(checks, Situation.BAD_KEY, s -> s.list().key(1, "k".repeat(129)));
    lists(checks, Situation.BAD_VALUE, s -> s.list().tag(1, "k", "v".repeat(129)));
    lists(checks, Situation.BAD_NEXT_TOKEN, s -> nobody(s).with("NextToken", "neverIssued"));
    lists(checks, Situation.BAD_NEXT_TOKEN, s -> nobody(s).with("NextToken", "-1"), "the end mark");
    checks.add(Check.writes("error.BAD_NEXT_TOKEN", "of another query", ErrorChecks::otherQuery));
    checks.add(Check.lists("error.BAD_PAGE_SIZE", "out of range", ErrorChecks::maxResults));
    writes(checks, Situation.NO_RESOURCE_IDS, s -> s.tag().tag(1, "k", "v"), "TagResources");
    writes(checks, Situation.NO_RESOURCE_IDS, s -> s.untag().with("All", "true"), "UntagResources");
    writes(checks, Situation.NO_TAGS, s -> s.tag(s.world().nobody()), "TagResources");
    checks.add(Check.lists("key-rule", "in a list", s -> keys(s, s.list(), true)));
    checks.add(
        Check.writes("key-rule", "in a change", s -> keys(s, s.tag(s.world().fresh()), false)));
    checks.add(Check.lists("value-rule", "in a list", ErrorChecks::values));
    checks.add(Check.lists("odd-text", "what XML cannot carry", ErrorChecks::oddText));
    checks.add(Check.lists("error-order", "type before sizes", ErrorChecks::typeFirst));
    checks.add(Check.lists("error-order", "sizes before keys", ErrorChecks::sizesBeforeKeys));
    checks.add(Check.lists("error-order", "keys before paging", ErrorChecks::keysBeforePaging));
    checks.add(Check.lists("region", "no RegionId", ErrorChecks::noRegion));
    return checks;
  }

  private static void lists(
      List<Check> checks, Situation rule, Function<Session, VerifyRequest> ask, String... name) {
    checks.add(
        Check.lists(
            "error." + rule.name(),
            name.length == 0 ? "its row" : name[0],
            s -> s.expectError(ask.apply(s), s.error(rule))));
  }

  private static void writes(
      List<Check> checks, Situation rule, Function<Session, VerifyRequest> ask, String name) {
    checks.add(
        Check.writes(
            "error." + rule.name(), name, s -> s.expectError(ask.apply(s), s.error(rule))));
  }

  private static VerifyRequest nobody(Session s) {
    return s.list().id(s.world().nobody());
  }

  private static VerifyRequest tooManyIds(Session s) {
    VerifyRequest ask = s.list();
    for (int n = 0; n <= s.family().limits().ids().list(); n++) {
      ask = ask.with("ResourceId." + (n + 1), "r" + n);
    }
    return ask;
  }

  private static VerifyRequest tooManyTags(Session s) {
    VerifyRequest ask = s.list();
    for (int n = 0; n <= s.family().limits().tags().list(); n++) {
      ask = ask.key(n + 1, "k" + n);
    }
    return ask;
  }

  private static void otherQuery(Session s) {
    VerifyRequest ask = s.list().key(1, s.world().key("Page"));
    String token = s.succeed(ask).body().field("NextToken");
    if (token == null || token.isEmpty() || token.equals("-1")) {
      throw new NotApplicable("this endpoint's pages hold more than " + s.world().many().size());
    }
    s.expectError(
        s.list().key(1, s.world().key("Other")).with("NextToken", token),
        s.error(Situation.BAD_NEXT_TOKEN));
  }

  private static void maxResults(Session s) {
    if (s.family().paging().unit() != PageLimit.Unit.ROWS) {
      throw new NotApplicable("the product has no MaxResults");
    }
    int tooMany = s.family().paging().maxSize() + 1;
    for (String sent : List.of("0", "-1", "1.5", "x", String.valueOf(tooMany))) {
      s.expectError(nobody(s).with("MaxResults", sent), s.error(Situation.BAD_PAGE_SIZE));
    }
  }

  private static void keys(Session s, VerifyRequest ask, boolean list) {
    TagTexts texts = s.family().texts();
    for (String key : KEYS) {
      boolean allowed = (list ? texts.asked() : texts.set()).allows(key);
      VerifyRequest with = list ? ask.key(1, key) : ask.tag(1, key, "v");
      judge(s, allowed, s.send(with), Situation.BAD_KEY, "key " + shown(key));
    }
  }

  private static void values(Session s) {
    for (String value : VALUES) {
      boolean allowed = s.family().texts().value().allows(value);
      Reply reply = s.send(s.list().tag(1, s.world().key("Value"), value));
      judge(s, allowed, reply, Situation.BAD_VALUE, "value " + shown(value));
    }
  }

  private static void judge(Session s, boolean allowed, Reply reply, Situation rule, String what) {
    String code = reply.code();
    String expected = allowed ? "none" : s.error(rule).code();
    s.expect(what + ": error " + expected, what + ": error " + (code == null ? "none" : code));
  }

  private static String shown(String text) {
    return text.length() > 20 ? "of " + text.length() + " characters" : "'" + text + "'";
  }

  private static void oddText(Session s) {
    s.expect(s.error(Situation.BAD_RESOURCE_ID).code(), s.send(s.list().id(CONTROL)).code());
    s.expect(s.error(Situation.BAD_KEY).code(), s.send(s.list().key(1, CONTROL)).code());
    s.expect(
        s.error(Situation.UNKNOWN_RESOURCE_TYPE).code(),
        s.send(nobody(s).with("ResourceType", CONTROL)).code());
  }

  private static void typeFirst(Session s) {
    VerifyRequest ask = tooManyIds(s).without("ResourceType");
    s.expect(s.error(Situation.NO_RESOURCE_TYPE).code(), s.send(ask).code());
  }

  private static void sizesBeforeKeys(Session s) {
    VerifyRequest ask = tooManyIds(s).key(1, "k".repeat(129));
    s.expect(s.error(Situation.TOO_MANY_RESOURCE_IDS).code(), s.send(ask).code());
  }

  private static void keysBeforePaging(Session s) {
    VerifyRequest ask = s.list().key(1, "k".repeat(129)).with("NextToken", "neverIssued");
    s.expect(s.error(Situation.BAD_KEY).code(), s.send(ask).code());
  }

  private static void noRegion(Session s) {
    VerifyRequest ask = nobody(s).without("RegionId");
    if (s.product().region().missing() != null) {
      s.expectError(ask, GatewayErrors.missing("RegionId"));
    } else {
      String code = s.send(ask).code();
      s.expect("no error", code == null ? "no error" : code);
    }
  }
}

package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.Situation;
import java.util.List;
import java.util.Locale;

/** What lists find. */
final class ListChecks {
  private ListChecks() {}

  static List<Check> checks() {
    return List.of(
        Check.writes("list-by-id", "ids alone", ListChecks::byId),
        Check.writes("list-by-key", "a key alone", ListChecks::byKey),
        Check.writes("list-by-pair", "a pair", ListChecks::byPair),
        Check.writes("empty-value", "a pair with an empty value", ListChecks::emptyValue),
        Check.writes("and", "two tags", ListChecks::and),
        Check.writes("ids-and-tags", "ids and a tag", ListChecks::idsAndTags),
        Check.writes("filtered-rows", "only matching rows", ListChecks::byKey),
        Check.lists("nothing-matches", "an unknown id", ListChecks::nobody),
        Check.lists("nothing-matches", "an unknown tag", ListChecks::noTag),
        Check.lists("type-case", "a type in another case", ListChecks::typeCase),
        Check.lists("resource-types", "every type", ListChecks::types),
        Check.writes("type-case", "the type in the rows", ListChecks::canonicalType),
        Check.writes("numbered-lists", "gaps are allowed", ListChecks::gaps),
        Check.writes("repeated-ids", "a repeated and an empty id", ListChecks::repeated),
        Check.lists("unknown-parameters", "are ignored", ListChecks::unknownParameter),
        Check.writes("next-token-empty", "an empty NextToken", ListChecks::emptyToken),
        Check.lists("max-resource-ids", "as many as allowed", ListChecks::allIds),
        Check.lists("max-tags", "as many as allowed", ListChecks::allTags));
  }

  private static void byId(Session s) {
    TestResources w = s.world();
    s.expectRows(
        s.list().ids(List.of(w.a(), w.c())),
        s.row(w.a(), w.key("One"), "x"),
        s.row(w.a(), w.key("Two"), "y"),
        s.row(w.c(), w.key("One"), "other"),
        s.row(w.c(), w.key("Two"), "y"));
  }

  private static void byKey(Session s) {
    TestResources w = s.world();
    s.expectRows(
        s.list().key(1, w.key("One")),
        s.row(w.a(), w.key("One"), "x"),
        s.row(w.b(), w.key("One"), "x"),
        s.row(w.c(), w.key("One"), "other"));
  }

  private static void byPair(Session s) {
    TestResources w = s.world();
    s.expectRows(
        s.list().tag(1, w.key("One"), "x"),
        s.row(w.a(), w.key("One"), "x"),
        s.row(w.b(), w.key("One"), "x"));
  }

  private static void emptyValue(Session s) {
    TestResources w = s.world();
    s.expectRows(s.list().tag(1, w.key("Empty"), ""), s.row(w.b(), w.key("Empty"), ""));
    s.expectRows(s.list().tag(1, w.key("One"), ""));
  }

  private static void and(Session s) {
    TestResources w = s.world();
    s.expectRows(
        s.list().tag(1, w.key("One"), "x").key(2, w.key("Two")),
        s.row(w.a(), w.key("One"), "x"),
        s.row(w.a(), w.key("Two"), "y"));
  }

  private static void idsAndTags(Session s) {
    TestResources w = s.world();
    s.expectRows(
        s.list().ids(List.of(w.b(), w.c())).key(1, w.key("Two")), s.row(w.c(), w.key("Two"), "y"));
  }

  private static void nobody(Session s) {
    s.expectRows(s.list().id(s.world().nobody()));
  }

  private static void noTag(Session s) {
    s.expectRows(s.list().tag(1, s.world().key("Nobody"), "x"));
  }

  private static void typeCase(Session s) {
    String other =
        s.type().toLowerCase(Locale.ROOT).equals(s.type())
            ? s.type().toUpperCase(Locale.ROOT)
            : s.type().toLowerCase(Locale.ROOT);
    VerifyRequest ask = s.list().id(s.world().nobody()).with("ResourceType", other);
    if (s.family().types().ignoreCase()) {
      s.expect("no error", error(s.send(ask)));
    } else {
      s.expectError(ask, s.error(Situation.UNKNOWN_RESOURCE_TYPE));
    }
  }

  private static String error(Reply reply) {
    return reply.code() == null ? "no error" : reply.outcome();
  }

  private static void types(Session s) {
    for (String type : s.family().types().names()) {
      VerifyRequest ask = s.list().id(s.world().nobody()).with("ResourceType", type);
      s.expect(type + ": no error", type + ": " + error(s.send(ask)));
    }
  }

  private static void canonicalType(Session s) {
    TestResources w = s.world();
    VerifyRequest ask = s.list().id(w.b()).key(1, w.key("One"));
    boolean anyCase = s.family().types().ignoreCase();
    VerifyRequest sent =
        anyCase ? ask.with("ResourceType", s.type().toLowerCase(Locale.ROOT)) : ask;
    for (Row row : s.succeed(sent).body().rows()) {
      s.expect("ResourceType " + s.type(), "ResourceType " + row.type());
    }
  }

  private static void gaps(Session s) {
    TestResources w = s.world();
    VerifyRequest ask =
        s.list()
            .with("ResourceId.7", w.a())
            .with("ResourceId.03", w.c())
            .with("ResourceId.90", w.b())
            .key(12, w.key("One"));
    s.expectRows(ask, s.row(w.a(), w.key("One"), "x"), s.row(w.b(), w.key("One"), "x"));
  }

  private static void repeated(Session s) {
    TestResources w = s.world();
    VerifyRequest ask = s.list().ids(List.of(w.b(), "", w.b())).key(1, w.key("One"));
    s.expectRows(ask, s.row(w.b(), w.key("One"), "x"));
  }

  private static void unknownParameter(Session s) {
    s.expect("no error", error(s.send(s.list().id(s.world().nobody()).with("Unheard", "of"))));
  }

  private static void emptyToken(Session s) {
    TestResources w = s.world();
    VerifyRequest ask = s.list().id(w.b()).key(1, w.key("One")).with("NextToken", "");
    s.expectRows(ask, s.row(w.b(), w.key("One"), "x"));
  }

  private static void allIds(Session s) {
    VerifyRequest ask = s.list();
    for (int n = 1; n <= s.family().limits().ids().list(); n++) {
      ask = ask.with("ResourceId." + n, s.world().nobody() + n);
    }
    s.expect("no error", error(s.send(ask)));
  }

  private static void allTags(Session s) {
    VerifyRequest ask = s.list();
    for (int n = 1; n <= s.family().limits().tags().list(); n++) {
      ask = ask.key(n, s.world().key("K" + n));
    }
    s.expect("no error", error(s.send(ask)));
  }
}

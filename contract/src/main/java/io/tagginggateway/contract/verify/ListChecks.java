package io.tagginggateway.contract.verify;

import io.tagginggateway.contract.RuleIds;
import io.tagginggateway.core.product.ListEncodings.Encoding;
import io.tagginggateway.core.product.ResourceTypes;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What lists find. */
final class ListChecks {
  private ListChecks() {}

  static List<Check> checks(TagFamily family) {
    List<Check> checks = new ArrayList<>();
    checks.add(Check.writes("list-by-pair", "a pair", ListChecks::byPair).after(Bases.BY_KEY));
    if (family.texts().value().allows("")) {
      checks.add(
          Check.writes("empty-value", "a pair with an empty value", ListChecks::emptyValue)
              .after(Bases.BY_KEY, Bases.NOBODY));
    }
    checks.add(Check.writes("and", "two tags", ListChecks::and).after(Bases.BY_KEY));
    checks.add(
        Check.writes("ids-and-tags", "ids and a tag", ListChecks::idsAndTags)
            .after(Bases.BY_KEY, Bases.BY_ID));
    checks.add(
        Check.writes("filtered-rows", "only matching rows", ListChecks::filteredRows)
            .after(Bases.BY_KEY, "list-by-pair"));
    checks.add(
        Check.lists("nothing-matches", "an unknown tag", ListChecks::noTag)
            .after(Bases.FORMAT, Bases.NOBODY));
    checks.add(Check.lists("resource-types", "every type", ListChecks::types).after(Bases.NOBODY));
    if (!family.types().open()) {
      checks.add(
          Check.lists("type-case", "a type in another case", ListChecks::typeCase)
              .after(RuleIds.of(Situation.UNKNOWN_RESOURCE_TYPE), Bases.NOBODY));
    }
    checks.add(
        Check.writes("type-case", "the type in the rows", ListChecks::typeOfRows)
            .after(Bases.BY_ID, Bases.ROWS));
    if (!family.types().answered().isEmpty()) {
      checks.add(
          Check.writes("answered-types", "the type in the rows", ListChecks::answeredType)
              .after(Bases.BY_ID));
    }
    if (family.encodings().ids() == Encoding.INDEXED) {
      checks.add(
          Check.writes("numbered-lists", "gaps are allowed", ListChecks::gaps).after(Bases.BY_ID));
    }
    checks.add(
        Check.writes("repeated-ids", "a repeated and an empty id", ListChecks::repeated)
            .after(Bases.BY_ID));
    checks.add(
        Check.lists("unknown-parameters", "are ignored", ListChecks::unknownParameter)
            .after(Bases.FORMAT));
    if (family.parameters().token() != null) {
      checks.add(
          Check.writes("next-token-empty", "an empty token", ListChecks::emptyToken)
              .after(Bases.BY_ID));
    }
    checks.add(
        Check.lists("max-resource-ids", "as many as allowed", ListChecks::allIds)
            .after(Bases.NOBODY));
    checks.add(
        Check.lists("max-tags", "as many as allowed", ListChecks::allTags).after(Bases.NOBODY));
    return checks;
  }

  private static void byPair(Session s) {
    TestResources w = s.world();
    s.expectResources(s.filtered().tag(1, w.key("One"), "x"), w.a(), w.b());
  }

  private static void emptyValue(Session s) {
    TestResources w = s.world();
    s.expectResources(s.filtered().tag(1, w.key("Empty"), ""), w.b());
    s.expectResources(s.filtered().tag(1, w.key("One"), ""));
  }

  private static void and(Session s) {
    TestResources w = s.world();
    s.expectResources(s.filtered().tag(1, w.key("One"), "x").key(2, w.key("Two")), w.a());
  }

  private static void idsAndTags(Session s) {
    TestResources w = s.world();
    if (s.mostIds() < 2) {
      s.expectResources(s.list().id(w.b()).key(1, w.key("Two")));
      s.expectResources(s.list().id(w.c()).key(1, w.key("Two")), w.c());
      return;
    }
    s.expectResources(s.list().ids(List.of(w.b(), w.c())).key(1, w.key("Two")), w.c());
  }

  private static void filteredRows(Session s) {
    TestResources w = s.world();
    s.expectRows(
        s.filtered().tag(1, w.key("One"), "x"),
        s.row(w.a(), w.key("One"), "x"),
        s.row(w.b(), w.key("One"), "x"));
  }

  private static void noTag(Session s) {
    s.expectRows(s.filtered().tag(1, s.world().key("Nobody"), "x"));
  }

  private static void typeCase(Session s) {
    VerifyRequest ask = s.some().type(otherCase(s.type()));
    if (s.family().types().ignoreCase()) {
      s.expect("no error", error(s.send(ask)));
    } else {
      s.expectError(ask, s.error(Situation.UNKNOWN_RESOURCE_TYPE, Kind.LIST));
    }
  }

  private static String otherCase(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.equals(type) ? type.toUpperCase(Locale.ROOT) : lower;
  }

  private static String error(Reply reply) {
    return reply.isError() ? reply.outcome() : "no error";
  }

  private static void types(Session s) {
    for (String type : s.family().types().names()) {
      VerifyRequest ask = s.list().id(s.world().nobody()).type(type);
      s.expect(type + ": no error", type + ": " + error(s.send(ask)));
    }
  }

  /** However a type is sent, the rows spell it in one way. */
  private static void typeOfRows(Session s) {
    if (!s.family().types().ignoreCase()) {
      throw new NotApplicable("a type has one spelling alone");
    }
    VerifyRequest ask = s.list().id(s.world().a());
    String usual = String.valueOf(WholeList.rows(s, ask).get(0).type());
    for (Row row : WholeList.rows(s, ask.type(otherCase(s.type())))) {
      s.expect("the type " + usual, "the type " + row.type());
    }
  }

  private static void answeredType(Session s) {
    ResourceTypes types = s.family().types();
    for (Row row : WholeList.rows(s, s.list().id(s.world().a()))) {
      s.expect("the type " + types.inAnswers(s.type()), "the type " + row.type());
    }
  }

  /** A number that begins with 0 is none. */
  private static void gaps(Session s) {
    TestResources w = s.world();
    if (s.mostIds() < 2) {
      throw new NotApplicable("a list names one resource");
    }
    VerifyRequest ask =
        s.list().id(7, w.a()).with(s.family().parameters().ids() + ".03", w.c()).id(90, w.b());
    s.expectResources(ask, w.a(), w.b());
  }

  private static void repeated(Session s) {
    TestResources w = s.world();
    s.expectResources(s.list().ids(List.of(w.b(), "")), w.b());
    if (s.family().errors().find(Situation.DUPLICATE_RESOURCE_ID, Kind.LIST) == null) {
      s.expectResources(s.list().ids(List.of(w.b(), "", w.b())), w.b());
    }
  }

  private static void unknownParameter(Session s) {
    s.expect("no error", error(s.send(s.some().with("Unheard", "of"))));
  }

  private static void emptyToken(Session s) {
    TestResources w = s.world();
    s.expectResources(s.list().id(w.b()).token(""), w.b());
  }

  private static void allIds(Session s) {
    VerifyRequest ask = s.list();
    for (int n = 1; n <= s.family().limits().ids().list(); n++) {
      ask = ask.id(n, s.world().nobody() + n);
    }
    s.expect("no error", error(s.send(ask)));
  }

  private static void allTags(Session s) {
    VerifyRequest ask = s.filtered();
    for (int n = 1; n <= s.family().limits().tags().list(); n++) {
      ask = ask.key(n, s.world().key("K" + n));
    }
    s.expect("no error", error(s.send(ask)));
  }
}

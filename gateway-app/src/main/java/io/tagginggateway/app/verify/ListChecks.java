package io.tagginggateway.app.verify;

import io.tagginggateway.core.product.BrokenRule;
import io.tagginggateway.core.product.Paging;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.tag.PageLimit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What lists answer. */
final class ListChecks {
  private ListChecks() {}

  static List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(Check.writes("list-by-id", "ids alone", ListChecks::byId));
    checks.add(Check.writes("list-by-key", "a key alone", ListChecks::byKey));
    checks.add(Check.writes("list-by-pair", "a pair", ListChecks::byPair));
    checks.add(Check.writes("empty-value", "a pair with an empty value", ListChecks::emptyValue));
    checks.add(Check.writes("and", "two tags", ListChecks::and));
    checks.add(Check.writes("ids-and-tags", "ids and a tag", ListChecks::idsAndTags));
    checks.add(Check.writes("filtered-rows", "only matching rows", ListChecks::byKey));
    checks.add(Check.lists("nothing-matches", "an unknown id", ListChecks::nobody));
    checks.add(Check.lists("nothing-matches", "an unknown tag", ListChecks::noTag));
    checks.add(Check.writes("stable-order", "every row once", ListChecks::everyRowOnce));
    checks.add(Check.writes("page-limit", "pages of the default size", ListChecks::defaultPages));
    checks.add(Check.writes("page-limit", "pages of a size asked for", ListChecks::smallPages));
    checks.add(Check.lists("type-case", "a type in another case", ListChecks::typeCase));
    checks.add(Check.lists("resource-types", "every type", ListChecks::types));
    checks.add(Check.writes("type-case", "the type in the rows", ListChecks::canonicalType));
    checks.add(Check.writes("numbered-lists", "gaps are allowed", ListChecks::gaps));
    checks.add(Check.writes("repeated-ids", "a repeated and an empty id", ListChecks::repeated));
    checks.add(Check.lists("unknown-parameters", "are ignored", ListChecks::unknownParameter));
    checks.add(Check.writes("next-token-empty", "an empty NextToken", ListChecks::emptyToken));
    checks.add(Check.lists("max-resource-ids", "as many as allowed", ListChecks::allIds));
    checks.add(Check.lists("max-tags", "as many as allowed", ListChecks::allTags));
    checks.add(
        Check.lists("default-format", "no Format and no Accept", ListChecks::defaultFormat)
            .only(Format.JSON));
    checks.add(Check.lists("format-choice", "Format in lower case", ListChecks::lowerFormat));
    checks.add(Check.lists("format-choice", "Accept without Format", ListChecks::accept));
    checks.add(Check.lists("format-choice", "Format before Accept", ListChecks::formatFirst));
    return checks;
  }

  private static void byId(Session s) {
    World w = s.world();
    s.expectRows(
        s.list().ids(List.of(w.a(), w.c())),
        s.row(w.a(), w.key("One"), "x"),
        s.row(w.a(), w.key("Two"), "y"),
        s.row(w.c(), w.key("One"), "other"),
        s.row(w.c(), w.key("Two"), "y"));
  }

  private static void byKey(Session s) {
    World w = s.world();
    s.expectRows(
        s.list().key(1, w.key("One")),
        s.row(w.a(), w.key("One"), "x"),
        s.row(w.b(), w.key("One"), "x"),
        s.row(w.c(), w.key("One"), "other"));
  }

  private static void byPair(Session s) {
    World w = s.world();
    s.expectRows(
        s.list().tag(1, w.key("One"), "x"),
        s.row(w.a(), w.key("One"), "x"),
        s.row(w.b(), w.key("One"), "x"));
  }

  private static void emptyValue(Session s) {
    World w = s.world();
    s.expectRows(s.list().tag(1, w.key("Empty"), ""), s.row(w.b(), w.key("Empty"), ""));
    s.expectRows(s.list().tag(1, w.key("One"), ""));
  }

  private static void and(Session s) {
    World w = s.world();
    s.expectRows(
        s.list().tag(1, w.key("One"), "x").key(2, w.key("Two")),
        s.row(w.a(), w.key("One"), "x"),
        s.row(w.a(), w.key("Two"), "y"));
  }

  private static void idsAndTags(Session s) {
    World w = s.world();
    s.expectRows(
        s.list().ids(List.of(w.b(), w.c())).key(1, w.key("Two")), s.row(w.c(), w.key("Two"), "y"));
  }

  private static void nobody(Session s) {
    s.expectRows(s.list().id(s.world().nobody()));
  }

  private static void noTag(Session s) {
    s.expectRows(s.list().tag(1, s.world().key("Nobody"), "x"));
  }

  private static void everyRowOnce(Session s) {
    World w = s.world();
    Ask ask = s.list().key(1, w.key("Page"));
    Ask paged = isPaged(s) ? ask.with("MaxResults", "5") : ask;
    List<String> expected = rows(s, "Page", "p").sorted().toList();
    s.expect(expected, s.rows(paged));
    s.expect(order(s, paged), order(s, paged));
  }

  private static List<String> order(Session s, Ask ask) {
    return s.pages(ask).stream().flatMap(page -> page.rows().stream()).map(Row::toString).toList();
  }

  private static Stream<String> rows(Session s, String key, String value) {
    return s.world().many().stream().map(id -> s.row(id, s.world().key(key), value).toString());
  }

  private static boolean isPaged(Session s) {
    return s.module().rules().paging().unit() == PageLimit.Unit.ROWS;
  }

  private static void defaultPages(Session s) {
    Ask ask = s.list().key(1, s.world().key("Page")).key(2, s.world().key("Other"));
    List<Body> pages = s.pages(ask);
    Paging paging = s.module().rules().paging();
    if (paging.unit() == PageLimit.Unit.ROWS) {
      s.expect(paging.defaultSize() + " rows", pages.get(0).rows().size() + " rows");
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Body page : pages) {
      Set<String> ids = new HashSet<>();
      page.rows().forEach(row -> ids.add(String.valueOf(row.id())));
      String size = page.field("PageSize");
      if (size != null) {
        s.observe(
            "at most " + size + " resources",
            ids.size() + " resources",
            ids.size() <= number(size));
      }
      s.expect(
          2 * ids.size() + " rows of " + ids.size() + " resources",
          page.rows().size() + " rows of " + ids.size() + " resources");
      s.observe("resources of no page before", ids.toString(), ids.stream().allMatch(seen::add));
    }
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }

  private static void smallPages(Session s) {
    if (!isPaged(s)) {
      throw new NotApplicable("the product has no MaxResults");
    }
    Ask ask = s.list().key(1, s.world().key("Page"));
    for (int size : new int[] {1, 3, s.module().rules().paging().maxSize()}) {
      int rows = s.succeed(ask.with("MaxResults", String.valueOf(size))).body().rows().size();
      int expected = Math.min(size, s.world().many().size());
      s.expect(expected + " rows of MaxResults " + size, rows + " rows of MaxResults " + size);
    }
  }

  private static void typeCase(Session s) {
    String other =
        s.type().toLowerCase(Locale.ROOT).equals(s.type())
            ? s.type().toUpperCase(Locale.ROOT)
            : s.type().toLowerCase(Locale.ROOT);
    Ask ask = s.list().id(s.world().nobody()).with("ResourceType", other);
    if (s.module().rules().typesIgnoreCase()) {
      s.expect("no error", error(s.send(ask)));
    } else {
      s.expectError(ask, s.module().error(BrokenRule.UNKNOWN_RESOURCE_TYPE));
    }
  }

  private static String error(Reply reply) {
    return reply.code() == null ? "no error" : reply.outcome();
  }

  private static void types(Session s) {
    for (String type : s.module().rules().resourceTypes()) {
      Ask ask = s.list().id(s.world().nobody()).with("ResourceType", type);
      s.expect(type + ": no error", type + ": " + error(s.send(ask)));
    }
  }

  private static void canonicalType(Session s) {
    World w = s.world();
    Ask ask = s.list().id(w.b()).key(1, w.key("One"));
    boolean anyCase = s.module().rules().typesIgnoreCase();
    Ask sent = anyCase ? ask.with("ResourceType", s.type().toLowerCase(Locale.ROOT)) : ask;
    for (Row row : s.succeed(sent).body().rows()) {
      s.expect("ResourceType " + s.type(), "ResourceType " + row.type());
    }
  }

  private static void gaps(Session s) {
    World w = s.world();
    Ask ask =
        s.list()
            .with("ResourceId.7", w.a())
            .with("ResourceId.03", w.c())
            .with("ResourceId.90", w.b())
            .key(12, w.key("One"));
    s.expectRows(ask, s.row(w.a(), w.key("One"), "x"), s.row(w.b(), w.key("One"), "x"));
  }

  private static void repeated(Session s) {
    World w = s.world();
    Ask ask = s.list().ids(List.of(w.b(), "", w.b())).key(1, w.key("One"));
    s.expectRows(ask, s.row(w.b(), w.key("One"), "x"));
  }

  private static void unknownParameter(Session s) {
    s.expect("no error", error(s.send(s.list().id(s.world().nobody()).with("Unheard", "of"))));
  }

  private static void emptyToken(Session s) {
    World w = s.world();
    Ask ask = s.list().id(w.b()).key(1, w.key("One")).with("NextToken", "");
    s.expectRows(ask, s.row(w.b(), w.key("One"), "x"));
  }

  private static void allIds(Session s) {
    Ask ask = s.list();
    for (int n = 1; n <= s.module().rules().maxResourceIds(); n++) {
      ask = ask.with("ResourceId." + n, s.world().nobody() + n);
    }
    s.expect("no error", error(s.send(ask)));
  }

  private static void allTags(Session s) {
    Ask ask = s.list();
    for (int n = 1; n <= s.module().rules().maxTags(); n++) {
      ask = ask.key(n, s.world().key("K" + n));
    }
    s.expect("no error", error(s.send(ask)));
  }

  private static void defaultFormat(Session s) {
    Reply reply = s.send(s.list().id(s.world().nobody()).in(null));
    s.expect(s.module().product().defaultFormat(), reply.format());
  }

  private static void lowerFormat(Session s) {
    String lower = s.format().name().toLowerCase(Locale.ROOT);
    s.expect(s.format(), s.send(s.list().id(s.world().nobody()).with("Format", lower)).format());
  }

  private static void accept(Session s) {
    Ask ask = s.list().id(s.world().nobody()).in(null);
    String type = s.format() == Format.JSON ? "application/json" : "application/xml";
    s.expect(s.format(), s.send(ask.header("accept", type)).format());
    s.expect(s.format(), s.send(ask.without("ResourceId.1").header("accept", type)).format());
  }

  private static void formatFirst(Session s) {
    String other = s.format() == Format.JSON ? "application/xml" : "application/json";
    Ask ask = s.list().id(s.world().nobody()).header("accept", other);
    s.expect(s.format(), s.send(ask).format());
  }
}

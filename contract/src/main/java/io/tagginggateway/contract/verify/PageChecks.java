package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.AnswerField.Meaning;
import io.tagginggateway.core.product.EndOfList;
import io.tagginggateway.core.product.Paging;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.tag.PageLimit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How lists are cut into pages. */
final class PageChecks {
  private PageChecks() {}

  static List<Check> checks(TagFamily family) {
    List<Check> checks = new ArrayList<>();
    checks.add(Check.lists("end-token", "an empty list ends", PageChecks::end).after(Bases.NOBODY));
    checks.add(
        Check.writes("end-token", "a list of many pages ends", PageChecks::manyEnd)
            .after(Bases.BY_KEY));
    checks.add(
        Check.writes("stable-order", "every row once", PageChecks::everyRowOnce)
            .after(Bases.BY_KEY));
    checks.add(
        Check.writes("page-limit", "pages of the default size", PageChecks::defaultPages)
            .after(Bases.BY_KEY));
    if (family.parameters().pageSize() != null) {
      checks.add(
          Check.writes("page-limit", "pages of a size asked for", PageChecks::smallPages)
              .after(Bases.BY_KEY));
    }
    return checks;
  }

  private static void end(Session s) {
    expectEnd(s, s.succeed(s.list().id(s.world().nobody())).body());
  }

  private static void manyEnd(Session s) {
    List<Body> pages = WholeList.pages(s, s.many().key(1, s.world().keysOfMany().get(0)));
    expectEnd(s, pages.get(pages.size() - 1));
  }

  private static void expectEnd(Session s, Body last) {
    String name = s.names().token();
    EndOfList end = s.family().paging().end();
    BodyValue found = last.outsideRows(name == null ? "NextToken" : name);
    s.expect(shown(name == null ? null : end.token()), shown(found == null ? null : found.text()));
  }

  private static String shown(@Nullable String token) {
    return token == null ? "no token" : "token '" + token + "'";
  }

  private static void everyRowOnce(Session s) {
    VerifyRequest ask = s.many().key(1, s.world().keysOfMany().get(0));
    VerifyRequest paged = s.family().parameters().pageSize() == null ? ask : ask.pageSize("5");
    List<String> expected = rows(s).sorted().toList();
    s.expect(expected, WholeList.sortedRows(s, paged));
    s.expect(order(s, paged), order(s, paged));
  }

  private static List<String> order(Session s, VerifyRequest ask) {
    return WholeList.rows(s, ask).stream().map(Row::toString).toList();
  }

  private static Stream<String> rows(Session s) {
    String key = s.world().keysOfMany().get(0);
    return s.world().many().stream().map(id -> s.row(id, key, "p").toString());
  }

  private static void defaultPages(Session s) {
    VerifyRequest ask = s.many();
    List<String> keys = s.world().keysOfMany();
    for (int n = 0; n < keys.size(); n++) {
      ask = ask.key(n + 1, keys.get(n));
    }
    List<Body> pages = WholeList.pages(s, ask);
    Paging paging = s.family().paging();
    int all = keys.size() * s.world().many().size();
    if (!paging.end().paged() && s.family().parameters().pageSize() == null) {
      s.expect(
          "1 page of " + all + " rows",
          pages.size() + " page of " + count(s, pages.get(0)) + " rows");
    } else if (paging.unit() == PageLimit.Unit.ROWS) {
      int expected = Math.min(paging.defaultSize(), all);
      s.expect(expected + " rows", count(s, pages.get(0)) + " rows");
    } else {
      wholeResources(s, pages, keys.size());
    }
  }

  private static int count(Session s, Body page) {
    return page.rows(s.names()).size();
  }

  /** Where a page counts resources the server chooses its size, but it never splits a resource. */
  private static void wholeResources(Session s, List<Body> pages, int rowsOfResource) {
    Set<String> seen = new HashSet<>();
    for (Body page : pages) {
      Set<String> ids = new HashSet<>();
      page.rows(s.names()).forEach(row -> ids.add(String.valueOf(row.id())));
      BodyValue size = page.outsideRows(s.names().values().get(Meaning.PAGE_SIZE));
      if (size != null) {
        s.observe(
            "at most " + size.text() + " resources",
            ids.size() + " resources",
            ids.size() <= number(size.text()));
      }
      s.expect(
          rowsOfResource * ids.size() + " rows of " + ids.size() + " resources",
          count(s, page) + " rows of " + ids.size() + " resources");
      s.observe("resources of no page before", ids.toString(), ids.stream().allMatch(seen::add));
    }
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }

  private static void smallPages(Session s) {
    VerifyRequest ask = s.many().key(1, s.world().keysOfMany().get(0));
    for (int size : new int[] {1, 3, s.family().paging().maxSize()}) {
      int rows = count(s, s.succeed(ask.pageSize(String.valueOf(size))).body());
      int expected = Math.min(size, s.world().many().size());
      s.expect(expected + " of page size " + size, rows + " of page size " + size);
    }
  }
}

package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.Paging;
import io.tagginggateway.core.tag.PageLimit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How lists are cut into pages. */
final class PageChecks {
  private PageChecks() {}

  static List<Check> checks() {
    return List.of(
        Check.writes("stable-order", "every row once", PageChecks::everyRowOnce),
        Check.writes("page-limit", "pages of the default size", PageChecks::defaultPages),
        Check.writes("page-limit", "pages of a size asked for", PageChecks::smallPages));
  }

  private static void everyRowOnce(Session s) {
    TestResources w = s.world();
    VerifyRequest ask = s.list().key(1, w.key("Page"));
    VerifyRequest paged = isPaged(s) ? ask.with("MaxResults", "5") : ask;
    List<String> expected = rows(s, "Page", "p").sorted().toList();
    s.expect(expected, s.rows(paged));
    s.expect(order(s, paged), order(s, paged));
  }

  private static List<String> order(Session s, VerifyRequest ask) {
    return s.pages(ask).stream().flatMap(page -> page.rows().stream()).map(Row::toString).toList();
  }

  private static Stream<String> rows(Session s, String key, String value) {
    return s.world().many().stream().map(id -> s.row(id, s.world().key(key), value).toString());
  }

  private static boolean isPaged(Session s) {
    return s.family().paging().unit() == PageLimit.Unit.ROWS;
  }

  private static void defaultPages(Session s) {
    VerifyRequest ask = s.list().key(1, s.world().key("Page")).key(2, s.world().key("Other"));
    List<Body> pages = s.pages(ask);
    Paging paging = s.family().paging();
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
    VerifyRequest ask = s.list().key(1, s.world().key("Page"));
    for (int size : new int[] {1, 3, s.family().paging().maxSize()}) {
      int rows = s.succeed(ask.with("MaxResults", String.valueOf(size))).body().rows().size();
      int expected = Math.min(size, s.world().many().size());
      s.expect(expected + " rows of MaxResults " + size, rows + " rows of MaxResults " + size);
    }
  }
}

package io.tagginggateway.contract.verify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lists to their end, page by page. */
final class WholeList {
  /** More pages than any list of a run has, so that an endpoint that never ends a list fails. */
  private static final int MAX_PAGES = 500;

  private WholeList() {}

  /** The pages of a list, to its end; how the end looks is for another check. */
  static List<Body> pages(Session s, VerifyRequest ask) {
    List<Body> pages = new ArrayList<>();
    VerifyRequest next = ask;
    while (true) {
      Body page = s.succeed(next).body();
      pages.add(page);
      String token = token(s, page);
      String number = s.family().parameters().page();
      if (pages.size() == MAX_PAGES) {
        throw new CheckFailure("a list that ends", "a token on page " + MAX_PAGES);
      }
      if (token != null) {
        next = ask.token(token);
      } else if (number != null && !page.rows(s.names()).isEmpty()) {
        next = ask.with(number, String.valueOf(pages.size() + 1));
      } else {
        return pages;
      }
    }
  }

  /** The token of the next page; null at the end, however that looks. */
  static @Nullable String token(Session s, Body page) {
    BodyValue found = page.outsideRows(s.names().token());
    if (found == null || found.kind().equals("null") || found.text().isEmpty()) {
      return null;
    }
    String token = found.text();
    return token.equals("-1") || token.equals(s.family().paging().end().token()) ? null : token;
  }

  static List<Row> rows(Session s, VerifyRequest ask) {
    List<Row> rows = new ArrayList<>();
    pages(s, ask).forEach(page -> rows.addAll(page.rows(s.names())));
    return rows;
  }

  /** The rows of all pages, as texts, sorted. */
  static List<String> sortedRows(Session s, VerifyRequest ask) {
    return rows(s, ask).stream().map(Row::toString).sorted().toList();
  }
}

package io.tagginggateway.core.auth;

import io.tagginggateway.core.request.RpcRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The headers that an ACS3 signature signs. Immutable.
 *
 * <p>The client chooses them, but those that decide what the request means count as signed whenever
 * they were sent: left out, anybody could change them on the way or replay the request under a new
 * nonce and date. So does {@code content-type} where there is a body: it says whether the body
 * holds parameters. Chosen; every client seen signs them.
 *
 * @param names in lower case and in the order in which they are signed
 * @param joined the names with semicolons between them
 * @param unnamed what counts as signed without being among the names
 */
record SignedHeaders(List<String> names, String joined, List<String> unnamed) {
  private static final String CONTENT_TYPE = "content-type";

  private static final List<String> ALWAYS_SIGNED =
      List.of(
          "x-acs-action",
          "x-acs-date",
          "x-acs-security-token",
          "x-acs-signature-nonce",
          "x-acs-version",
          CONTENT_TYPE);

  /** Those that a client lists, with semicolons between them. */
  static SignedHeaders parse(String list) {
    List<String> names = new ArrayList<>(16);
    int start = 0;
    while (start < list.length()) {
      int semicolon = list.indexOf(';', start);
      int end = semicolon < 0 ? list.length() : semicolon;
      names.add(list.substring(start, end).trim().toLowerCase(Locale.ROOT));
      start = end + 1;
    }
    return of(names);
  }

  private static SignedHeaders of(List<String> unsorted) {
    List<String> names = new ArrayList<>(unsorted);
    Collections.sort(names);
    List<String> unnamed = ALWAYS_SIGNED.stream().filter(name -> !names.contains(name)).toList();
    return new SignedHeaders(List.copyOf(names), String.join(";", names), unnamed);
  }

  /** These, and what else of a request counts as signed. */
  SignedHeaders with(RpcRequest request) {
    List<String> all = null;
    for (String name : unnamed) {
      if (counts(name, request)) {
        all = all == null ? new ArrayList<>(names) : all;
        all.add(name);
      }
    }
    return all == null ? this : of(all);
  }

  private static boolean counts(String name, RpcRequest request) {
    boolean mayCount = !name.equals(CONTENT_TYPE) || request.body().length > 0;
    return mayCount && request.headers().get(name) != null;
  }
}

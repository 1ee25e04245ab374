package io.tagginggateway.core.auth;

import io.tagginggateway.core.request.RpcRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What an ACS3 signature signs: method, path, query, headers, body hash, each on lines of its own.
 *
 * <p>The client chooses the signed headers, but those that decide what the request means count as
 * signed whenever they were sent: left out, anybody could change them on the way or replay the
 * request under a new nonce and date. So does {@code content-type} where there is a body: it says
 * whether the body holds parameters. Chosen; every client seen signs them.
 */
final class Acs3CanonicalRequest {
  private static final List<String> ALWAYS_SIGNED =
      List.of(
          "x-acs-action",
          "x-acs-date",
          "x-acs-security-token",
          "x-acs-signature-nonce",
          "x-acs-version");

  private Acs3CanonicalRequest() {}

  static SignedText of(RpcRequest request, String signedHeaders, String bodyHash) {
    SortedParameters query = new SortedParameters(request.query(), null);
    List<String> names = names(request, signedHeaders);
    return text -> {
      // The path is signed as it stands on the wire, where it is encoded already.
      text.raw(request.method()).raw("\n").raw(request.path()).raw("\n");
      appendQuery(text, query);
      text.raw("\n");
      for (String name : names) {
        String value = request.headers().get(name);
        text.raw(name).raw(":").raw(value == null ? "" : value.trim()).raw("\n");
      }
      text.raw("\n");
      for (int i = 0; i < names.size(); i++) {
        text.raw(i == 0 ? "" : ";").raw(names.get(i));
      }
      text.raw("\n").raw(bodyHash);
    };
  }

  private static void appendQuery(SigningText text, SortedParameters query) {
    for (int i = 0; i < query.size(); i++) {
      text.raw(i == 0 ? "" : "&").encoded(query.name(i)).raw("=").encoded(query.value(i));
    }
  }

  private static List<String> names(RpcRequest request, String signedHeaders) {
    List<String> names = new ArrayList<>(16);
    int start = 0;
    while (start < signedHeaders.length()) {
      int semicolon = signedHeaders.indexOf(';', start);
      int end = semicolon < 0 ? signedHeaders.length() : semicolon;
      names.add(signedHeaders.substring(start, end).trim().toLowerCase(Locale.ROOT));
      start = end + 1;
    }
    for (String name : ALWAYS_SIGNED) {
      addIfSent(names, request, name);
    }
    if (request.body().length > 0) {
      addIfSent(names, request, "content-type");
    }
    Collections.sort(names);
    return names;
  }

  private static void addIfSent(List<String> names, RpcRequest request, String name) {
    if (!names.contains(name) && request.headers().get(name) != null) {
      names.add(name);
    }
  }
}

package io.tagginggateway.app.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Headers that are for one connection only, which a forwarder leaves out: RFC 9110, 7.6.1. */
final class HopByHop {
  private static final Set<String> ALWAYS =
      Set.of(
          "connection",
          "expect",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private HopByHop() {}

  /** The headers without these, and without the length, which whoever sends them on sets anew. */
  static MultiMap without(MultiMap headers) {
    Set<String> left = new HashSet<>(ALWAYS);
    left.add("content-length");
    for (String connection : headers.getAll(HttpHeaders.CONNECTION)) {
      for (String name : connection.split(",", -1)) {
        left.add(name.trim().toLowerCase(Locale.ROOT));
      }
    }
    MultiMap kept = MultiMap.caseInsensitiveMultiMap();
    for (Map.Entry<String, String> header : headers) {
      String name = header.getKey();
      if (!name.startsWith(":") && !left.contains(name.toLowerCase(Locale.ROOT))) {
        kept.add(name, header.getValue());
      }
    }
    return kept;
  }
}

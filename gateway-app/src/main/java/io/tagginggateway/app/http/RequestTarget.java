package io.tagginggateway.app.http;

import io.tagginggateway.app.host.HostNames;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * The parts of a request's target. An absolute-form target names the host itself, and wins over the
 * Host header.
 *
 * @param authority the host as the client wrote it, or empty
 * @param path the path, {@code /} if the target has none
 * @param query what stands behind the question mark, or empty
 */
record RequestTarget(String authority, String path, String query) {

  static RequestTarget of(HttpServerRequest request) {
    String uri = request.uri();
    if (uri.startsWith("/")) {
      String host = request.getHeader(HttpHeaders.HOST);
      return of(host == null ? "" : host, uri);
    }
    if (!isAbsolute(uri)) {
      return new RequestTarget("", uri, "");
    }
    int start = uri.indexOf("://") + 3;
    int end = start;
    while (end < uri.length() && "/?#".indexOf(uri.charAt(end)) < 0) {
      end++;
    }
    return of(uri.substring(start, end), uri.substring(end));
  }

  /** Whether a request's target names scheme and host, as a proxy's clients send it. */
  static boolean isAbsolute(String uri) {
    return !uri.startsWith("/") && uri.contains("://");
  }

  /** A target as it stands behind the host: path and query, with nothing changed in them. */
  static String originForm(String uri) {
    if (!isAbsolute(uri)) {
      return uri;
    }
    int start = uri.indexOf("://") + 3;
    while (start < uri.length() && "/?#".indexOf(uri.charAt(start)) < 0) {
      start++;
    }
    String rest = uri.substring(start);
    return rest.startsWith("/") ? rest : "/" + rest;
  }

  /** The host of the authority, comparable. */
  String host() {
    return HostNames.normalize(authority);
  }

  private static RequestTarget of(String authority, String pathAndQuery) {
    int fragment = pathAndQuery.indexOf('#');
    String text = fragment < 0 ? pathAndQuery : pathAndQuery.substring(0, fragment);
    int mark = text.indexOf('?');
    String path = mark < 0 ? text : text.substring(0, mark);
    return new RequestTarget(
        authority, path.isEmpty() ? "/" : path, mark < 0 ? "" : text.substring(mark + 1));
  }
}

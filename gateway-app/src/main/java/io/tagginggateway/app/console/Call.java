package io.tagginggateway.app.console;

import io.tagginggateway.app.host.HostNames;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page is asked, apart from the connection that it came by. Immutable.
 *
 * @param base where the browser found this gateway, such as {@code http://127.0.0.1:8080}
 * @param fields the query of a GET, the form of a POST; of a name that stands twice the first
 *     counts
 * @param fragment whether a part of a page is wanted, for one that is open
 * @param session whether there is a session to end
 */
record Call(String base, Map<String, String> fields, boolean fragment, boolean session) {

  static Call of(HttpServerRequest request, MultiMap sent, boolean session) {
    Map<String, String> fields = new LinkedHashMap<>();
    sent.forEach((name, value) -> fields.putIfAbsent(name, value));
    String host = request.getHeader(HttpHeaders.HOST);
    String base =
        (request.isSSL() ? "https://" : "http://")
            + (host == null || HostNames.normalize(host).isEmpty() ? "127.0.0.1" : host);
    return new Call(base, fields, request.getHeader("HX-Request") != null, session);
  }

  /** A field, or an empty text if it was not sent. */
  String text(String name) {
    return fields.getOrDefault(name, "").trim();
  }

  /** A field, or null if it was not sent or is empty. */
  @Nullable String orNull(String name) {
    String text = text(name);
    return text.isEmpty() ? null : text;
  }

  /** A field as it was sent, or null. */
  @Nullable String raw(String name) {
    return fields.get(name);
  }

  /** A whole number from 1 to {@code most}, or {@code otherwise} if the field is none. */
  int number(String name, int otherwise, int most) {
    String text = text(name);
    boolean isNumber = !text.isEmpty() && text.length() < 9 && text.chars().allMatch(Call::isDigit);
    int number = isNumber ? Integer.parseInt(text) : otherwise;
    return Math.max(1, Math.min(most, number));
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}

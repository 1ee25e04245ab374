package io.tagginggateway.app.verify;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way to the gateway.
 *
 * @param target path and query
 * @param headers by their lower-case names
 * @param parameters those of query and form body
 */
record SpoiledRequest(
    String method,
    String target,
    TreeMap<String, String> headers,
    String body,
    Map<String, String> parameters) {

  static SpoiledRequest of(
      String method, String target, TreeMap<String, String> headers, String body) {
    Map<String, String> all = new LinkedHashMap<>();
    parse(query(target), all);
    if (headers.getOrDefault("content-type", "").contains("form-urlencoded")) {
      parse(body, all);
    }
    return new SpoiledRequest(method, target, headers, body, Collections.unmodifiableMap(all));
  }

  String query() {
    return query(target);
  }

  private static String query(String target) {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark + 1);
  }

  private static void parse(String text, Map<String, String> into) {
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && !pair.contains("%ZZ")) {
        into.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The value of a parameter, or null. */
  @Nullable String get(String name) {
    return parameters.get(name);
  }

  String action() {
    String named = get("Action");
    return named == null ? headers.getOrDefault("x-acs-action", "") : named;
  }

  /** The values of the members of a numbered list, such as ResourceId.1. */
  List<String> members(String list, String suffix) {
    List<String> found = new ArrayList<>();
    String prefix = list + ".";
    parameters.forEach(
        (name, value) -> {
          int end = name.length() - suffix.length();
          if (name.startsWith(prefix) && name.endsWith(suffix) && isNumber(name, prefix, end)) {
            found.add(value);
          }
        });
    return found;
  }

  private static boolean isNumber(String name, String prefix, int end) {
    return prefix.length() < end
        && name.substring(prefix.length(), end).chars().allMatch(Character::isDigit);
  }

  /** With other parameters; where they stand stays as it is if that is one place. */
  SpoiledRequest edit(Consumer<Map<String, String>> edit) {
    Map<String, String> after = new LinkedHashMap<>(parameters);
    edit.accept(after);
    if (after.equals(parameters)) {
      return this;
    }
    String text =
        after.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    boolean inForm = query().isEmpty();
    return of(method, inForm ? "/" : "/?" + text, headers, inForm ? text : "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

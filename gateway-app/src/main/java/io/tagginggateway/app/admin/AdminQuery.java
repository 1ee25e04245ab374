package io.tagginggateway.app.admin;

import io.tagginggateway.app.text.KnownNames;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request's query parameters. An unknown parameter is an error; an empty one counts as absent.
 */
final class AdminQuery {
  private final RoutingContext context;
  private final MultiMap parameters;

  private AdminQuery(RoutingContext context) {
    this.context = context;
    this.parameters = context.queryParams();
  }

  /** The parameters, or null if there is one that is unknown; then the request was answered. */
  static @Nullable AdminQuery of(RoutingContext context, String... known) {
    List<String> names = List.of(known);
    AdminQuery queries = new AdminQuery(context);
    for (String name : queries.parameters.names()) {
      if (!names.contains(name)) {
        String detail = KnownNames.unknown("parameter", name, names);
        new Problem(400, detail).send(context.response());
        return null;
      }
    }
    return queries;
  }

  @Nullable String text(String name) {
    String value = parameters.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** Every value of a parameter that may come several times; empty ones count as absent. */
  List<String> texts(String name) {
    return parameters.getAll(name).stream().filter(value -> !value.isEmpty()).toList();
  }

  /** A whole number, {@code otherwise} if there is none, or -1 if the request was answered. */
  int number(String name, int otherwise) {
    String value = text(name);
    if (value == null) {
      return otherwise;
    }
    if (value.length() > 9 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      new Problem(400, name + " must be a whole number, not negative").send(context.response());
      return -1;
    }
    return Integer.parseInt(value);
  }
}

package io.tagginggateway.app.admin;

import io.tagginggateway.app.input.InputFormat;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the body of a request is. What curl says of every body counts as saying nothing. */
final class BodyTypes {
  private BodyTypes() {}

  /** Whether the body may be JSON; if not, the request was answered. */
  static boolean isJson(RoutingContext context) {
    String type = type(context);
    if (type.isEmpty() || type.endsWith("json")) {
      return true;
    }
    new Problem(415, "The body must be application/json.").send(context.response());
    return false;
  }

  /** Whether the body may be a fixture; if not, the request was answered. */
  static boolean mayBeFixture(RoutingContext context) {
    String type = type(context);
    if (type.isEmpty() || type.equals("text/plain") || declared(context) != null) {
      return true;
    }
    new Problem(415, "The body must be application/json, application/yaml or text/csv.")
        .send(context.response());
    return false;
  }

  /** The notation that the request says a fixture has, or null if it says nothing. */
  static @Nullable InputFormat declared(RoutingContext context) {
    String type = type(context);
    if (type.endsWith("json")) {
      return InputFormat.JSON;
    }
    if (type.endsWith("yaml")) {
      return InputFormat.YAML;
    }
    return type.endsWith("csv") ? InputFormat.CSV : null;
  }

  private static String type(RoutingContext context) {
    String header = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    String type = header == null ? "" : header.toLowerCase(Locale.ROOT);
    int parameters = type.indexOf(';');
    type = (parameters < 0 ? type : type.substring(0, parameters)).trim();
    return type.equals("application/x-www-form-urlencoded") ? "" : type;
  }
}

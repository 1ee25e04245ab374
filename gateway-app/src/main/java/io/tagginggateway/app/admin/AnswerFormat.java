package io.tagginggateway.app.admin;

import io.tagginggateway.app.input.InputFormat;
import io.tagginggateway.app.text.KnownNames;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which notation a state is answered. */
final class AnswerFormat {
  private static final List<String> NAMES = List.of("json", "yaml", "csv");

  private AnswerFormat() {}

  /**
   * The notation that the parameter names, else the first that Accept names, else JSON.
   *
   * @return null if the parameter names none; then the request was answered
   */
  static @Nullable InputFormat of(RoutingContext context, @Nullable String asked) {
    if (asked == null) {
      return ofAccept(context);
    }
    if (!NAMES.contains(asked)) {
      new Problem(400, KnownNames.unknown("format", asked, NAMES)).send(context.response());
      return null;
    }
    return InputFormat.valueOf(asked.toUpperCase(Locale.ROOT));
  }

  private static InputFormat ofAccept(RoutingContext context) {
    for (MIMEHeader accepted : context.parsedHeaders().accept()) {
      for (InputFormat format : InputFormat.values()) {
        if (accepted.subComponent().endsWith(format.name().toLowerCase(Locale.ROOT))) {
          return format;
        }
      }
    }
    return InputFormat.JSON;
  }

  static String contentType(InputFormat format) {
    return switch (format) {
      case JSON -> "application/json";
      case YAML -> "application/yaml";
      case CSV -> "text/csv;charset=utf-8;header=present";
    };
  }
}

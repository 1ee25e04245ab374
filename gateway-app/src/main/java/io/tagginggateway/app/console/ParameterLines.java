package io.tagginggateway.app.console;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads parameters that a user types one to a line, as {@code name=value}. */
final class ParameterLines {
  private ParameterLines() {}

  /** The values by name, in their order; a line without {@code =} is a name with an empty value. */
  static Map<String, String> read(String lines) {
    Map<String, String> parameters = new LinkedHashMap<>();
    lines
        .lines()
        .map(String::trim)
        .filter(line -> !line.isEmpty())
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              parameters.put(
                  equals < 0 ? line : line.substring(0, equals),
                  equals < 0 ? "" : line.substring(equals + 1));
            });
    return parameters;
  }
}

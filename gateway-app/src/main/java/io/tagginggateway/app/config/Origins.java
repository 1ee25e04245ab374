package io.tagginggateway.app.config;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which source has set a key, for error messages and relative paths.
 *
 * @param options the option that set a key
 * @param variables the keys that variables set
 * @param file the config file, or null
 * @param lines the line of each key in it
 */
record Origins(
    Map<String, String> options,
    Set<String> variables,
    @Nullable Path file,
    Map<String, Integer> lines) {

  /** Finds the settings in merged values. */
  Function<String, @Nullable Setting> in(JsonObject values) {
    return key -> {
      Object value = value(values, key);
      return value == null ? null : new Setting(key, value, of(key));
    };
  }

  private Origin of(String key) {
    String option = options.get(key);
    if (option != null) {
      return Origin.outsideFiles(option);
    }
    if (variables.contains(key) || file == null) {
      return Origin.outsideFiles(Variables.nameOf(key));
    }
    return Origin.line(file, lines.getOrDefault(key, 1));
  }

  private static @Nullable Object value(JsonObject values, String key) {
    JsonObject section = values;
    int start = 0;
    for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', start)) {
      Object next = section.getValue(key.substring(start, dot));
      if (!(next instanceof JsonObject inner)) {
        return null;
      }
      section = inner;
      start = dot + 1;
    }
    return section.getValue(key.substring(start));
  }
}

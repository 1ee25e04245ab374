package io.tagginggateway.app.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line sets.
 *
 * @param config the config file that it names, or null
 * @param values the values by key, such as {@code http.port}
 * @param names the option that set each key, such as {@code --port}
 */
public record CommandLineSettings(
    @Nullable String config, Map<String, String> values, Map<String, String> names) {

  /** Nothing set, but for the config file, which may be null. */
  public static CommandLineSettings of(@Nullable String config) {
    return new CommandLineSettings(config, Map.of(), Map.of());
  }

  /** With one more key; the same where {@code value} is null. */
  public CommandLineSettings with(String option, String key, @Nullable String value) {
    if (value == null) {
      return this;
    }
    Map<String, String> moreValues = new LinkedHashMap<>(values);
    Map<String, String> moreNames = new LinkedHashMap<>(names);
    moreValues.put(key, value);
    moreNames.put(key, option);
    return new CommandLineSettings(config, moreValues, moreNames);
  }
}

package io.tagginggateway.app.cli;

import io.tagginggateway.app.config.CommandLineSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was given for the options of {@code serve}; flags have the value of an empty text. */
record ServeArguments(Map<ServeOption, List<String>> values) {
  ServeArguments() {
    this(new EnumMap<>(ServeOption.class));
  }

  /**
   * Reads arguments of the plainest form: known options, each once, each with its value behind it
   * or behind an equals sign. Everything else is for picocli, which has the messages. No class data
   * sharing takes picocli's classes, whose format is too old, so that loading them costs a tenth of
   * a start.
   *
   * @return null if the arguments are not of this form
   */
  static @Nullable ServeArguments plain(List<String> arguments) {
    ServeArguments read = new ServeArguments();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      ServeOption option = option(equals < 0 ? argument : argument.substring(0, equals));
      if (option == null || (read.has(option) && !option.isRepeatable())) {
        return null;
      }
      String value = "";
      if (option.label() != null) {
        if (equals < 0) {
          i++;
        }
        value = i == arguments.size() ? "" : arguments.get(i).substring(equals + 1);
        if (value.isEmpty() || "-@\"'".indexOf(value.charAt(0)) >= 0) {
          return null;
        }
      } else if (equals >= 0) {
        return null;
      }
      read.add(option, value);
    }
    return read;
  }

  private static @Nullable ServeOption option(String text) {
    for (ServeOption option : ServeOption.values()) {
      if (option.text().equals(text)) {
        return option;
      }
    }
    return null;
  }

  void add(ServeOption option, String value) {
    values.computeIfAbsent(option, first -> new ArrayList<>(1)).add(value);
  }

  ServeCommand command() {
    CommandLineSettings settings = CommandLineSettings.of(value(ServeOption.CONFIG));
    for (ServeOption option : ServeOption.values()) {
      if (option.key() != null) {
        settings = settings.with(option.text(), option.key(), value(option));
      }
    }
    settings =
        settings
            .with(ServeOption.NO_DEMO.text(), "demo", has(ServeOption.NO_DEMO) ? "false" : null)
            .with(
                ServeOption.VERBOSE.text(), "log.level", has(ServeOption.VERBOSE) ? "debug" : null)
            .with(
                ServeOption.VERBOSE.text(),
                "log.requests",
                has(ServeOption.VERBOSE) ? "all" : null);
    return new ServeCommand(
        settings,
        files(ServeOption.PRODUCT),
        files(ServeOption.FIXTURES),
        has(ServeOption.EXIT_ON_STDIN_CLOSE));
  }

  private List<Path> files(ServeOption option) {
    return values.getOrDefault(option, List.of()).stream().map(Path::of).toList();
  }

  private boolean has(ServeOption option) {
    return values.containsKey(option);
  }

  private @Nullable String value(ServeOption option) {
    List<String> given = values.get(option);
    return given == null ? null : given.get(0);
  }
}

package io.tagginggateway.app.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a setting was made.
 *
 * @param name the option or the variable, or the file and line
 * @param file the file, or null if it was none
 */
record Origin(String name, @Nullable Path file) {

  static Origin outsideFiles(String name) {
    return new Origin(name, null);
  }

  static Origin line(Path file, int line) {
    return new Origin(file + ":" + line, file);
  }

  boolean inFile() {
    return file != null;
  }

  /** The beginning of a message about a key that was set here. */
  String describe(String key) {
    return file == null ? name : name + ": " + key;
  }
}

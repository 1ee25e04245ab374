package io.tagginggateway.app.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Loads the classes that the listeners and the first answer need, in the order in which they need
 * them, beside the thread that puts the gateway together. Without a cache of classes, to unpack and
 * to parse them is most of the time between the fixtures and the first answer. They are loaded
 * alone, not initialised, so that no two threads can wait for each other.
 */
final class ReadAhead {
  /** The names, one a line; {@code benchmarks/classes} writes them. */
  static final String LIST = "first-answer.classes";

  private ReadAhead() {}

  /** Loads them; a class that cannot be loaded is left to who needs it. */
  static void load() {
    ClassLoader loader = ReadAhead.class.getClassLoader();
    try (InputStream list = ReadAhead.class.getResourceAsStream(LIST)) {
      if (list == null) {
        return;
      }
      BufferedReader names =
          new BufferedReader(new InputStreamReader(list, StandardCharsets.US_ASCII));
      for (String name = names.readLine(); name != null; name = names.readLine()) {
        load(name, loader);
      }
    } catch (IOException unreadable) {
      // The start goes on without.
    }
  }

  private static void load(String name, ClassLoader loader) {
    try {
      Class<?> unused = Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError absent) {
      // Whoever needs it says so.
    }
  }
}

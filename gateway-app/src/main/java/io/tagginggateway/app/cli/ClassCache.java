package io.tagginggateway.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Tells whether the JVM runs from the cache that {@code bin/warm-up} made. */
final class ClassCache {
  /** Set by {@code bin/tagging-gateway}: the cache's file, or {@code none}. */
  private static final String PROPERTY = "tagging-gateway.cache";

  private static final String NONE = "none";

  private static final Path MAPPED_FILES = Path.of("/proc/self/maps");

  /** The first Java that makes caches of any program by itself, and tells nobody cheaply. */
  private static final int ANY_PROGRAM = 24;

  private ClassCache() {}

  /** Whether classes may come from a cache, so that loading them costs next to nothing. */
  static boolean mayBeThere() {
    return Runtime.version().feature() >= ANY_PROGRAM
        || !System.getProperty(PROPERTY, NONE).equals(NONE);
  }

  /**
   * {@code used}, {@code ignored} or {@code none}. A JVM that does not like a cache says nothing
   * and goes on without it, so that only the files it has mapped tell.
   */
  static String state() {
    String file = System.getProperty(PROPERTY, NONE);
    if (file.equals(NONE)) {
      return file;
    }
    try (Stream<String> maps = Files.lines(MAPPED_FILES)) {
      return maps.anyMatch(line -> line.endsWith(file)) ? "used" : "ignored";
    } catch (IOException e) {
      return "unknown";
    }
  }
}

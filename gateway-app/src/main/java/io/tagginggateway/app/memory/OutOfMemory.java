package io.tagginggateway.app.memory;

import org.jspecify.annotations.Nullable;

/**
 * Ends the process when the heap is exhausted. An event loop that ran out of memory has lost
 * requests, and a process without its event loops answers nobody, so that a restart is better. The
 * launcher has the JVM do this by {@code -XX:+ExitOnOutOfMemoryError}; a jar's manifest cannot say
 * so, and whoever embeds the gateway decides for themselves.
 */
public final class OutOfMemory {
  /** The exit code of {@code -XX:+ExitOnOutOfMemoryError}. */
  public static final int EXIT_CODE = 3;

  private static final int DEEPEST = 20;

  private OutOfMemory() {}

  /** Whether a problem is, or comes from, an exhausted heap. Netty's own buffers do not count. */
  public static boolean isCauseOf(@Nullable Throwable problem) {
    Throwable cause = problem;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause.getClass() == OutOfMemoryError.class) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}

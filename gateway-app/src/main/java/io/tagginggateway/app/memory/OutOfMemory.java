package io.tagginggateway.app.memory;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when the heap is exhausted. An event loop that ran out of memory has lost
 * requests, and a process without its event loops answers nobody, so that a restart is better. The
 * launcher has the JVM do this by {@code -XX:+ExitOnOutOfMemoryError}; a jar's manifest cannot say
 * so, and whoever embeds the gateway decides for themselves.
 */
public final class OutOfMemory {
  /** The exit code of {@code -XX:+ExitOnOutOfMemoryError}. */
  public static final int EXIT_CODE = 3;

  private static final Logger LOG = LoggerFactory.getLogger(OutOfMemory.class);
  private static final int DEEPEST = 20;

  private OutOfMemory() {}

  /**
   * Makes an exhausted heap, on whatever thread, the end of this process; what else a thread ends
   * with is logged. For the process that is the gateway and nothing else.
   */
  public static void endsTheProcess() {
    byte[] lastWords =
        "tagging-gateway: out of memory, see limits.memory and limits.stored\n"
            .getBytes(StandardCharsets.US_ASCII);
    FileOutputStream errors = new FileOutputStream(FileDescriptor.err);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, problem) -> {
          if (isCauseOf(problem)) {
            try {
              errors.write(lastWords);
            } catch (IOException e) {
              // nobody reads it
            } finally {
              Runtime.getRuntime().halt(EXIT_CODE);
            }
          }
          LOG.error("Thread {} ended", thread.getName(), problem);
        });
  }

  /** Tells of a problem that somebody caught to whoever decides about an exhausted heap. */
  public static void report(@Nullable Throwable problem) {
    if (problem != null && isCauseOf(problem)) {
      Thread.UncaughtExceptionHandler decides = Thread.getDefaultUncaughtExceptionHandler();
      if (decides != null) {
        decides.uncaughtException(Thread.currentThread(), problem);
      }
    }
  }

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

package io.tagginggateway.app.cli;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends the process when standard input ends: a test that started the gateway holds the other end of
 * a pipe, which the system closes however that test ends.
 */
final class StandardInput {
  private StandardInput() {}

  /**
   * Reads {@code input} in a thread of its own, drops what comes, and calls {@code end} once at its
   * end.
   */
  static void onEnd(InputStream input, Runnable end) {
    Thread reader =
        new Thread(
            () -> {
              drain(input);
              end.run();
            },
            "standard-input");
    reader.setDaemon(true);
    reader.start();
  }

  /** An input that cannot be read is one that has ended. */
  private static void drain(InputStream input) {
    byte[] dropped = new byte[256];
    try {
      while (input.read(dropped) >= 0) {}
    } catch (IOException e) {
      // No end could come any more.
    }
  }
}

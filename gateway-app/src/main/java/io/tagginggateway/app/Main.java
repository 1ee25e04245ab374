package io.tagginggateway.app;

import io.tagginggateway.app.cli.Commands;

/** Starts the gateway. */
public final class Main {
  private Main() {}

  /** Runs the command that {@code args} name, and ends the process if that failed. */
  public static void main(String[] args) {
    int exitCode = Commands.run(args);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}

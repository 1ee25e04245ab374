package io.tagginggateway.app;

import io.tagginggateway.app.cli.Commands;

/** Starts the gateway. */
public final class Main {
  private static final String NETTY_JFR = "io.netty.jfr.enabled";

  private Main() {}

  /** Runs the command that {@code args} name, and ends the process if that failed. */
  public static void main(String[] args) {
    // Flight Recorder events of Netty's allocator, which nobody here reads and every start would
    // pay.
    if (System.getProperty(NETTY_JFR) == null) {
      System.setProperty(NETTY_JFR, "false");
    }
    int exitCode = Commands.run(args);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}

package io.tagginggateway.app;

import io.tagginggateway.app.cli.Commands;
import io.tagginggateway.app.memory.OutOfMemory;

/** Starts the gateway. */
public final class Main {
  private static final String NETTY_JFR = "io.netty.jfr.enabled";

  private static final String NETTY_DIRECT = "io.netty.maxDirectMemory";
  private static final long LEAST_DIRECT = 16L << 20;

  private Main() {}

  /** Runs the command that {@code args} name, and ends the process if that failed. */
  public static void main(String[] args) {
    // Flight Recorder events of Netty's allocator, which nobody here reads and every start would
    // pay.
    if (System.getProperty(NETTY_JFR) == null) {
      System.setProperty(NETTY_JFR, "false");
    }
    // An answer that waits for its client is outside the heap; see MemoryPlan.
    if (System.getProperty(NETTY_DIRECT) == null) {
      long direct = Math.max(LEAST_DIRECT, Runtime.getRuntime().maxMemory() / 2);
      System.setProperty(NETTY_DIRECT, Long.toString(direct));
    }
    OutOfMemory.endsTheProcess();
    int exitCode = Commands.run(args);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}

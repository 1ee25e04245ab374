package io.tagginggateway.app;

/** Starts the gateway. */
public final class Main {
  private Main() {}

  /** Runs the command that {@code args} name. */
  public static void main(String[] args) {}
}

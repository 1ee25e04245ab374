package io.tagginggateway.app.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Where commands print. */
final class Output {
  private Output() {}

  /** Prints text as it is. */
  static void print(@Nullable CommandSpec spec, String text) {
    out(spec).print(text);
    out(spec).flush();
  }

  /** Standard output. */
  static PrintWriter out(@Nullable CommandSpec spec) {
    return line(spec).getOut();
  }

  /** Standard error. */
  static PrintWriter errors(@Nullable CommandSpec spec) {
    return line(spec).getErr();
  }

  private static CommandLine line(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("run by picocli alone");
    }
    return spec.commandLine();
  }
}

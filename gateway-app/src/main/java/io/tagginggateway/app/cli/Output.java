package io.tagginggateway.app.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Standard output, for commands whose output is their result. */
final class Output {
  private Output() {}

  /** Prints text as it is. */
  static void print(@Nullable CommandSpec spec, String text) {
    if (spec == null) {
      throw new IllegalStateException("run by picocli alone");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}

package io.tagginggateway.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of every command that reads the configuration and is not {@code serve}. */
final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML or JSON; default ./tagging-gateway.yaml when it is there")
  private @Nullable String file;

  /** The file, or null if none was named. */
  @Nullable String file() {
    return file;
  }
}

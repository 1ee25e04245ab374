package io.tagginggateway.app.cli;

import io.tagginggateway.app.config.CommandLineSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The options of {@code serve}. They are described without annotations, unlike those of the other
 * commands: to read annotations takes a quarter of a start.
 */
final class ServeOptions implements Callable<Integer> {
  private final OptionSpec config =
      text("--config", "FILE", "YAML or JSON; default ./tagging-gateway.yaml when it is there");
  private final OptionSpec fixtures =
      OptionSpec.builder("--fixtures")
          .paramLabel("FILE")
          .type(List.class)
          .auxiliaryTypes(Path.class)
          .description("YAML or JSON, repeatable; added to those of the config")
          .build();
  private final OptionSpec host = text("--host", "ADDR", "default 127.0.0.1");
  private final OptionSpec port = text("--port", "N", "default 8080; 0 takes a free one");
  private final OptionSpec auth = text("--auth", "MODE", "lenient (default) or strict");
  private final OptionSpec noDemo =
      flag("--no-demo").description("start empty when no fixtures are given").build();
  private final OptionSpec logFormat = text("--log-format", "FMT", "text (default) or json");

  private final OptionSpec verbose =
      flag("--verbose").description("log a line for every request: log.level debug").build();

  private final OptionSpec exitOnStdinClose =
      flag("--exit-on-stdin-close")
          .description("end when standard input does: for tests that start a gateway")
          .build();

  private ServeOptions() {}

  static CommandLine commandLine() {
    ServeOptions options = new ServeOptions();
    CommandSpec spec =
        CommandSpec.wrapWithoutInspection(options)
            .name("tagging-gateway")
            .versionProvider(new Version())
            .usageMessage(usage())
            .addOption(options.config)
            .addOption(options.fixtures)
            .addOption(options.host)
            .addOption(options.port)
            .addOption(options.auth)
            .addOption(options.noDemo)
            .addOption(options.logFormat)
            .addOption(options.verbose)
            .addOption(options.exitOnStdinClose)
            .addOption(
                flag("-h", "--help")
                    .usageHelp(true)
                    .description("Show this help message and exit.")
                    .build())
            .addOption(
                flag("-V", "--version")
                    .versionHelp(true)
                    .description("Print version information and exit.")
                    .build());
    return new CommandLine(spec);
  }

  private static UsageMessageSpec usage() {
    return new UsageMessageSpec()
        .customSynopsis("java -jar tagging-gateway.jar [serve] [options]")
        .description("Answers the tagging APIs of VPC IPAM and API Gateway.")
        .footer(
            "",
            "Further commands, each with its own --help:",
            "  ca     prints the certificate that clients are to trust",
            "  env    prints the variables that point the official clients here",
            "  health asks a gateway on this machine whether it is ready",
            "  help   tells the options of a command: help [COMMAND]",
            "  verify asks an endpoint whether it keeps a product's contract")
        .sortOptions(false);
  }

  private static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  private static OptionSpec.Builder flag(String... names) {
    return OptionSpec.builder(names).type(boolean.class).arity("0");
  }

  @Override
  public Integer call() {
    CommandLineSettings settings =
        CommandLineSettings.of(config.getValue())
            .with("--host", "http.host", host.getValue())
            .with("--port", "http.port", port.getValue())
            .with("--auth", "auth.mode", auth.getValue())
            .with("--no-demo", "demo", isSet(noDemo) ? "false" : null)
            .with("--log-format", "log.format", logFormat.getValue())
            .with("--verbose", "log.level", isSet(verbose) ? "debug" : null);
    @Nullable List<Path> files = fixtures.getValue();
    return new ServeCommand(settings, files == null ? List.of() : files, isSet(exitOnStdinClose))
        .call();
  }

  private static boolean isSet(OptionSpec option) {
    return Boolean.TRUE.equals(option.getValue());
  }
}

package io.tagginggateway.app.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
  private final Map<ServeOption, OptionSpec> specs = new EnumMap<>(ServeOption.class);

  private ServeOptions() {
    for (ServeOption option : ServeOption.values()) {
      specs.put(option, spec(option));
    }
  }

  static CommandLine commandLine() {
    ServeOptions options = new ServeOptions();
    CommandSpec spec =
        CommandSpec.wrapWithoutInspection(options)
            .name("tagging-gateway")
            .versionProvider(new Version())
            .usageMessage(usage());
    options.specs.values().forEach(spec::addOption);
    spec.addOption(
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
        .description("Answers the tagging APIs of Alibaba Cloud's products.")
        .footer(
            "",
            "Further commands, each with its own --help:",
            "  ca     prints the certificate that clients are to trust",
            "  env    prints the variables that point the official clients here",
            "  health asks a gateway on this machine whether it is ready",
            "  ready  the same as health",
            "  help   tells the options of a command: help [COMMAND]",
            "  verify asks an endpoint whether it keeps a product's contract")
        .sortOptions(false);
  }

  private static OptionSpec spec(ServeOption option) {
    if (option.label() == null) {
      return flag(option.text()).description(option.description()).build();
    }
    OptionSpec.Builder valued =
        OptionSpec.builder(option.text())
            .paramLabel(option.label())
            .description(option.description());
    return option.isRepeatable()
        ? valued.type(List.class).auxiliaryTypes(String.class).build()
        : valued.type(String.class).build();
  }

  private static OptionSpec.Builder flag(String... names) {
    return OptionSpec.builder(names).type(boolean.class).arity("0");
  }

  @Override
  public Integer call() {
    return arguments().command().call();
  }

  ServeArguments arguments() {
    ServeArguments arguments = new ServeArguments();
    specs.forEach((option, spec) -> add(arguments, option, spec.getValue()));
    return arguments;
  }

  private static void add(ServeArguments arguments, ServeOption option, @Nullable Object value) {
    if (value instanceof List<?> many) {
      many.forEach(each -> arguments.add(option, String.valueOf(each)));
    } else if (value instanceof String text) {
      arguments.add(option, text);
    } else if (Boolean.TRUE.equals(value)) {
      arguments.add(option, "");
    }
  }
}

package io.tagginggateway.app.cli;

import io.tagginggateway.app.config.CommandLineSettings;
import io.tagginggateway.app.log.LogFormat;
import io.tagginggateway.app.log.Logging;
import io.tagginggateway.core.product.Products;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code env}: prints the variables that point the official clients here. */
@Command(
    name = "env",
    customSynopsis = {
      "java -jar tagging-gateway.jar env [options] > gateway.env",
      "eval \"$(java -jar tagging-gateway.jar env --export)\""
    },
    description = "Prints the variables that point the official clients to this gateway.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class EnvCommand implements Callable<Integer> {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,@%+-]+");

  @Option(names = "--export", description = "as commands for a POSIX shell")
  private boolean export;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML or JSON; default ./tagging-gateway.yaml when it is there")
  private @Nullable String config;

  @Option(names = "--host", paramLabel = "ADDR", description = "default 127.0.0.1")
  private @Nullable String host;

  @Option(names = "--port", paramLabel = "N", description = "default 8080")
  private @Nullable String port;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Logging.configure(LogFormat.TEXT);
    CommandLineSettings settings =
        CommandLineSettings.of(config)
            .with("--host", "http.host", host)
            .with("--port", "http.port", port);
    Products products = Products.installed();
    StringBuilder text = new StringBuilder();
    ClientVariables.of(Configurations.load(products, settings), products)
        .forEach((name, value) -> text.append(line(name, value)));
    Output.print(spec, text.toString());
    return 0;
  }

  private String line(String name, String value) {
    return export ? "export " + name + "=" + quoted(value) + "\n" : name + "=" + value + "\n";
  }

  static String quoted(String value) {
    return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }
}

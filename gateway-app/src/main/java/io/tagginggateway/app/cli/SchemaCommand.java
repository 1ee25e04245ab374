package io.tagginggateway.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tagginggateway.app.config.CommandLineSettings;
import io.tagginggateway.app.fixture.FixtureSchema;
import io.tagginggateway.app.log.LogFormat;
import io.tagginggateway.app.log.Logging;
import io.tagginggateway.core.product.file.ProductFileSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code schema}: prints a JSON Schema that editors check files with. */
@Command(
    name = "schema",
    customSynopsis = "java -jar tagging-gateway.jar schema fixtures > fixtures.schema.json",
    description = "Prints the JSON Schema of fixtures, or of product files.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class SchemaCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WHAT", description = "fixtures or product-file")
  private String what = "";

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--product",
      paramLabel = "FILE",
      description = "a product file of your own, repeatable: fixtures may have its resources")
  private List<Path> products = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Logging.configure(LogFormat.TEXT);
    Output.print(spec, schema() + "\n");
    return 0;
  }

  private String schema() throws IOException {
    switch (what) {
      case "fixtures" -> {
        CommandLineSettings settings = CommandLineSettings.of(config.file());
        return FixtureSchema.of(Configurations.products(settings, products)).encodePrettily();
      }
      case "product-file" -> {
        return new String(ProductFileSchema.read(), UTF_8).strip();
      }
      default -> {
        if (spec == null) {
          throw new IllegalStateException("run by picocli alone");
        }
        throw new ParameterException(
            spec.commandLine(), "no schema of " + what + " (known: fixtures, product-file)");
      }
    }
  }
}

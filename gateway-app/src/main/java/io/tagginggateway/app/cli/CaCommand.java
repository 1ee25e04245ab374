package io.tagginggateway.app.cli;

import io.tagginggateway.app.config.CommandLineSettings;
import io.tagginggateway.app.config.ConfigException;
import io.tagginggateway.app.config.HttpsConfig;
import io.tagginggateway.app.log.LogFormat;
import io.tagginggateway.app.log.Logging;
import io.tagginggateway.app.tls.TlsKeys;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ca}: prints the certificate that clients are to trust. */
@Command(
    name = "ca",
    customSynopsis = "java -jar tagging-gateway.jar ca [options] > ca.pem",
    description = "Prints the CA's certificate, made if there is none yet, for clients to trust.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class CaCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description = "where the CA is kept; default .tagging-gateway")
  private @Nullable String directory;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Logging.configure(LogFormat.TEXT);
    CommandLineSettings settings =
        CommandLineSettings.of(config.file()).with("--directory", "https.directory", directory);
    HttpsConfig https =
        Configurations.load(Configurations.products(settings, List.of()), settings).https();
    if (https.certificate() != null && directory == null) {
      throw new ConfigException(
          "https.certificate: is your own, so that clients are to trust its CA and not the"
              + " gateway's");
    }
    Output.print(spec, TlsKeys.authorityPem(https.directory(), Clock.systemUTC()));
    return 0;
  }
}

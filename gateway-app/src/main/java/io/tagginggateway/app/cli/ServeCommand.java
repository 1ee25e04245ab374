package io.tagginggateway.app.cli;

import io.tagginggateway.app.config.CommandLineSettings;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.log.LogFormat;
import io.tagginggateway.app.log.LogLevel;
import io.tagginggateway.app.log.Logging;
import io.tagginggateway.app.process.ComingVertx;
import io.tagginggateway.app.process.GatewayProcess;
import io.tagginggateway.app.process.GatewayVertx;
import io.tagginggateway.core.product.Products;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** {@code serve}: answers requests until the process is told to stop. */
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  private final CommandLineSettings settings;
  private final List<Path> fixtures;
  private final List<Path> productFiles;
  private final boolean exitOnStdinClose;
  private final Instant made = Instant.now();

  /**
   * The command.
   *
   * @param productFiles product files of the user's own
   * @param fixtures to load behind those of the configuration
   * @param exitOnStdinClose whether the end of standard input is the end of the process
   */
  ServeCommand(
      CommandLineSettings settings,
      List<Path> productFiles,
      List<Path> fixtures,
      boolean exitOnStdinClose) {
    this.settings = settings;
    this.productFiles = productFiles;
    this.fixtures = fixtures;
    this.exitOnStdinClose = exitOnStdinClose;
  }

  @Override
  public Integer call() {
    Logging.configure(LogFormat.TEXT);
    ComingVertx vertx =
        ComingVertx.begin(
            problem -> LOG.error("Unhandled exception", problem), !ClassCache.mayBeThere());
    Products products;
    ConfigLoader loader;
    GatewayConfig configuration;
    try {
      products = Configurations.products(settings, productFiles);
      loader = new ConfigLoader(vertx, products, System.getenv());
      configuration = Configurations.load(loader, settings).withFixtures(fixtures);
    } catch (RuntimeException e) {
      vertx.abandon();
      throw e;
    }
    GatewayConfig.Log log = configuration.log();
    if (log.format() != LogFormat.TEXT || log.level() != LogLevel.INFO) {
      Logging.configure(log.format(), log.level());
    }
    GatewayProcess process = GatewayProcess.start(vertx, configuration, products);
    process.watch(
        loader.file(settings),
        () -> GatewayVertx.join(loader.load(settings)).withFixtures(fixtures));
    Instant ready = Instant.now();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "stop"));
    if (exitOnStdinClose) {
      StandardInput.onEnd(System.in, () -> System.exit(0));
    }
    announce(process, Duration.between(processStart(), ready));
    return 0;
  }

  /** Where the system does not tell, time starts when the command was made. */
  private Instant processStart() {
    return ProcessHandle.current().info().startInstant().orElse(made);
  }

  private static void announce(GatewayProcess process, Duration start) {
    // Not formatted: a Formatter loads all of a locale's data, which the start would pay.
    String seconds = BigDecimal.valueOf((start.toMillis() + 5) / 10, 2).toPlainString();
    String url = process.url();
    String tlsUrl = process.tlsUrl();
    LoggingEventBuilder event =
        LoggerFactory.getLogger(Logging.READY)
            .atInfo()
            .addKeyValue("version", Version.number())
            .addKeyValue("seconds", seconds)
            .addKeyValue("cache", ClassCache.state())
            .addKeyValue("http", url);
    if (tlsUrl != null) {
      event = event.addKeyValue("https", tlsUrl);
    }
    event
        .addKeyValue("admin", url + "/_gateway")
        .log(
            "Tagging Gateway {} ready in {} s: {} (admin {}/_gateway)",
            Version.number(),
            seconds,
            tlsUrl == null ? url : url + ", " + tlsUrl,
            url);
  }

  /** A JVM that a signal ends would else tell 143, though everything went well. */
  private static void stop(GatewayProcess process) {
    int exitCode = 1;
    try {
      process.close();
      exitCode = 0;
    } catch (RuntimeException e) {
      LOG.error("The gateway did not end in order", e);
    } finally {
      Runtime.getRuntime().halt(exitCode);
    }
  }
}

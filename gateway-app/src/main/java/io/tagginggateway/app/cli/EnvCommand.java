package io.tagginggateway.app.cli;

import io.tagginggateway.app.client.ClientKey;
import io.tagginggateway.app.client.ClientVariables;
import io.tagginggateway.app.client.TrustFiles;
import io.tagginggateway.app.config.CommandLineSettings;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.app.fixture.FixtureSource;
import io.tagginggateway.app.log.LogFormat;
import io.tagginggateway.app.log.Logging;
import io.tagginggateway.app.state.GatewayState;
import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.product.Products;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code env}: prints the variables that point the official clients here. */
@Command(
    name = "env",
    customSynopsis = {
      "java -jar tagging-gateway.jar env [options] > gateway.env",
      "eval \"$(java -jar tagging-gateway.jar env --export)\"",
      "eval \"$(java -jar tagging-gateway.jar env --unset)\""
    },
    description = {
      "Prints the variables that point the official clients to this gateway: endpoints, keys of",
      "the fixtures, and the region."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class EnvCommand implements Callable<Integer> {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,@%+-]+");
  private static final String PROXY_WARNING =
      "with --proxy every program that reads these variables calls through the gateway, which"
          + " leads to its products' hosts alone: pip, npm and git reach nothing else; env --unset"
          + " takes all of it back";

  @Option(names = "--export", description = "as commands for a POSIX shell")
  private boolean export;

  @Option(names = "--proxy", description = "also make the gateway the proxy of all programs")
  private boolean proxy;

  @Option(names = "--unset", description = "commands that take back what env may have set")
  private boolean unset;

  @Option(names = "--hosts", description = "lines for a hosts file instead")
  private boolean hosts;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--fixtures",
      paramLabel = "FILE",
      description = "as serve gets them, repeatable: keys are taken from there")
  private List<Path> fixtures = List.of();

  @Option(names = "--host", paramLabel = "ADDR", description = "default 127.0.0.1")
  private @Nullable String host;

  @Option(names = "--port", paramLabel = "N", description = "default 8080")
  private @Nullable String port;

  @Option(names = "--auth", paramLabel = "MODE", description = "lenient (default) or strict")
  private @Nullable String auth;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Logging.configure(LogFormat.TEXT);
    CommandLineSettings settings =
        CommandLineSettings.of(config.file())
            .with("--host", "http.host", host)
            .with("--port", "http.port", port)
            .with("--auth", "auth.mode", auth);
    Products products = Configurations.products(settings, List.of());
    if (unset) {
      Output.print(spec, "unset " + String.join(" ", ClientVariables.names(products)) + "\n");
      return 0;
    }
    GatewayConfig loaded = Configurations.load(products, settings).withFixtures(fixtures);
    GatewayState state =
        new FixtureLoader(products).load(FixtureSource.of(loaded.fixtures(), loaded.demo()));
    Output.print(spec, hosts ? hosts(loaded, products, state) : text(loaded, products, state));
    if (proxy && !hosts) {
      Output.errors(spec).println("tagging-gateway: " + PROXY_WARNING);
      Output.errors(spec).flush();
    }
    return 0;
  }

  private static String hosts(GatewayConfig config, Products products, GatewayState state) {
    Set<String> regions = new TreeSet<>(Set.of(config.region()));
    state.store().sizes().join().keySet().forEach(partition -> regions.add(partition.region()));
    return HostsFile.lines(config, products, regions);
  }

  private String text(GatewayConfig config, Products products, GatewayState state) {
    Map<String, String> environment = System.getenv();
    AccessKey key = ClientKey.of(config, state.accessKeys().values(), Instant.now());
    boolean tls = proxy || config.https().enabled();
    TrustFiles trust = tls ? TrustFiles.write(config.https(), environment) : null;
    Map<String, String> variables =
        proxy
            ? ClientVariables.withProxy(config, products, key, trust, direct(environment))
            : ClientVariables.of(config, products, key, trust);
    StringBuilder text = new StringBuilder();
    variables.forEach((name, value) -> text.append(line(name, value)));
    return text.toString();
  }

  private static String direct(Map<String, String> environment) {
    String upper = environment.getOrDefault("NO_PROXY", "");
    return upper.isEmpty() ? environment.getOrDefault("no_proxy", "") : upper;
  }

  private String line(String name, String value) {
    return export ? "export " + name + "=" + quoted(value) + "\n" : name + "=" + value + "\n";
  }

  static String quoted(String value) {
    return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }
}

package io.tagginggateway.app.cli;

import io.tagginggateway.app.client.Address;
import io.tagginggateway.app.config.CommandLineSettings;
import io.tagginggateway.app.config.ConfigException;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.HttpConfig;
import io.tagginggateway.app.log.LogFormat;
import io.tagginggateway.app.log.Logging;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code health}, or {@code ready}: asks a gateway on this machine whether it is ready, where no
 * curl is. A container runs it beside a gateway, in the memory that this leaves: so it reads no
 * configuration where options or variables say all, or no file is there.
 */
@Command(
    name = "health",
    customSynopsis = "java -jar tagging-gateway.jar health [options]",
    description = "Asks a gateway on this machine whether it is ready; exit code 0 or 1.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class HealthCommand implements Callable<Integer> {
  /** Chosen: below the time that a container's health check leaves. */
  private static final int PATIENCE_MILLIS = 3_000;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--host",
      paramLabel = "ADDR",
      description = "default $$TAGGING_GATEWAY_HTTP_HOST, else the config file's, else 127.0.0.1")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "default $$TAGGING_GATEWAY_HTTP_PORT, else the config file's, else 8080")
  private @Nullable Integer port;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    String url = "http://" + address();
    String problem = problem(url + "/_gateway/health/ready");
    if (problem == null) {
      Output.print(spec, "ready: " + url + "\n");
      return 0;
    }
    return Commands.say(Output.errors(spec), url + " is not ready: " + problem, 1);
  }

  /** The configuration is loaded only where a file may say something that nobody else does. */
  private String address() {
    Map<String, String> environment = System.getenv();
    String sentHost = host == null ? environment.get("TAGGING_GATEWAY_HTTP_HOST") : host;
    String sentPort = port == null ? environment.get("TAGGING_GATEWAY_HTTP_PORT") : "" + port;
    CommandLineSettings settings =
        CommandLineSettings.of(config.file())
            .with("--host", "http.host", host)
            .with("--port", "http.port", port == null ? null : "" + port);
    boolean told = sentHost != null && sentPort != null;
    if (!told && ConfigLoader.file(settings, environment) != null) {
      Logging.configure(LogFormat.TEXT);
      HttpConfig http =
          Configurations.load(Configurations.products(settings, List.of()), settings).http();
      return Address.of(http.host(), http.port());
    }
    String name = sentHost == null || sentHost.isEmpty() ? "127.0.0.1" : sentHost;
    return Address.of(name, sentPort == null || sentPort.isEmpty() ? 8080 : number(sentPort));
  }

  private static int number(String sentPort) {
    try {
      return Integer.parseInt(sentPort);
    } catch (NumberFormatException e) {
      throw new ConfigException("TAGGING_GATEWAY_HTTP_PORT: expected a port, not " + sentPort);
    }
  }

  /** Why it is not ready, or null. No proxy stands between a machine and itself. */
  private static @Nullable String problem(String url) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(url).toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      int status = connection.getResponseCode();
      return status == HttpURLConnection.HTTP_OK ? null : "it answers " + status;
    } catch (IOException | IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }
}

package io.tagginggateway.app.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code health}: asks a gateway on this machine whether it is ready, where no curl is. A container
 * runs it beside a gateway, in the memory that this leaves: so it reads no configuration.
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

  @Option(
      names = "--host",
      paramLabel = "ADDR",
      defaultValue = "${env:TAGGING_GATEWAY_HTTP_HOST:-127.0.0.1}",
      description = "default $$TAGGING_GATEWAY_HTTP_HOST, else 127.0.0.1")
  private String host = "";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "${env:TAGGING_GATEWAY_HTTP_PORT:-8080}",
      description = "default $$TAGGING_GATEWAY_HTTP_PORT, else 8080")
  private int port;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    String url = "http://" + Address.of(host, port);
    String problem = problem(url + "/_gateway/health/ready");
    if (problem == null) {
      Output.print(spec, "ready: " + url + "\n");
      return 0;
    }
    return Commands.say(Output.errors(spec), url + " is not ready: " + problem, 1);
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

package io.tagginggateway.app.cli;

import io.tagginggateway.app.config.LogFormat;
import io.tagginggateway.app.log.Logging;
import io.tagginggateway.core.product.Products;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code health}: asks a gateway on this machine whether it is ready, where no curl is. */
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

  @Mixin private AddressOptions gateway = new AddressOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Logging.configure(LogFormat.TEXT);
    String address = Address.http(gateway.load(Products.installed()));
    String url = "http://" + address + "/_gateway/health/ready";
    String problem = problem(url);
    if (problem == null) {
      Output.print(spec, "ready: http://" + address + "\n");
      return 0;
    }
    return Commands.say(Output.errors(spec), url + " " + problem, 1);
  }

  /** Why it is not ready, or null. No proxy stands between a machine and itself. */
  private static @Nullable String problem(String url) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(url).toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      int status = connection.getResponseCode();
      return status == HttpURLConnection.HTTP_OK ? null : "answers " + status;
    } catch (IOException e) {
      return "does not answer: " + e.getMessage();
    }
  }
}

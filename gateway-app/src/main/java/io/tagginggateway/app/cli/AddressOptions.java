package io.tagginggateway.app.cli;

import io.tagginggateway.app.config.CommandLineSettings;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.core.product.Products;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Says which gateway of this machine a command is about. */
final class AddressOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML or JSON; default ./tagging-gateway.yaml when it is there")
  private @Nullable String config;

  @Option(names = "--host", paramLabel = "ADDR", description = "default 127.0.0.1")
  private @Nullable String host;

  @Option(names = "--port", paramLabel = "N", description = "default 8080")
  private @Nullable String port;

  /** The configuration that such a gateway would have. */
  GatewayConfig load(Products products) {
    return Configurations.load(
        products,
        CommandLineSettings.of(config)
            .with("--host", "http.host", host)
            .with("--port", "http.port", port));
  }
}

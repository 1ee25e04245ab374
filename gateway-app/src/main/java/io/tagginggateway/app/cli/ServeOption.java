package io.tagginggateway.app.cli;

import org.jspecify.annotations.Nullable;

/** The options of {@code serve}, however they are read. */
enum ServeOption {
  CONFIG("--config", "FILE", null, "YAML or JSON; default ./tagging-gateway.yaml when it is there"),
  FIXTURES("--fixtures", "FILE", null, "YAML or JSON, repeatable; added to those of the config"),
  PRODUCT("--product", "FILE", null, "a product file of your own, repeatable"),
  HOST("--host", "ADDR", "http.host", "default 127.0.0.1"),
  PORT("--port", "N", "http.port", "default 8080; 0 takes a free one"),
  AUTH("--auth", "MODE", "auth.mode", "lenient (default) or strict"),
  NO_DEMO("--no-demo", null, null, "start empty when no fixtures are given"),
  LOG_FORMAT("--log-format", "FMT", "log.format", "text (default) or json"),
  VERBOSE(
      "--verbose", null, null, "log a line for every request: log.level debug, log.requests all"),
  EXIT_ON_STDIN_CLOSE(
      "--exit-on-stdin-close",
      null,
      null,
      "end when standard input does: for tests that start a gateway");

  private final String text;
  private final @Nullable String label;
  private final @Nullable String key;
  private final String description;

  ServeOption(String text, @Nullable String label, @Nullable String key, String description) {
    this.text = text;
    this.label = label;
    this.key = key;
    this.description = description;
  }

  /** As it is written. */
  String text() {
    return text;
  }

  /** What its value is called in the help, or null if it has none. */
  @Nullable String label() {
    return label;
  }

  /** The key of the configuration that its value sets, or null if it is none. */
  @Nullable String key() {
    return key;
  }

  String description() {
    return description;
  }

  boolean isRepeatable() {
    return this == FIXTURES || this == PRODUCT;
  }
}

package io.tagginggateway.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.process.GatewayProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A gateway on a free port for the tests of one class, put together as {@code serve} does it. Set
 * it up where it is declared: {@code @RegisterExtension static final GatewayExtension GATEWAY = new
 * GatewayExtension().set("auth.mode", "strict");}
 */
public final class GatewayExtension implements BeforeAllCallback, AfterAllCallback {
  private final Map<String, String> settings = new LinkedHashMap<>();
  private Clock clock = Clock.systemUTC();
  private @Nullable String fixtures;
  private @Nullable GatewayProcess process;
  private @Nullable Warnings warnings;

  /** Sets a key of the configuration. */
  public GatewayExtension set(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** Gives it fixtures, as the text of a YAML file, instead of the demo. */
  public GatewayExtension fixtures(String yaml) {
    fixtures = yaml;
    return this;
  }

  /** Gives it a time of its own. */
  public GatewayExtension clock(Clock other) {
    clock = other;
    return this;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    List<Path> files = fixtures == null ? List.of() : List.of(written(fixtures));
    try {
      process = StartedGateway.start(settings, files, clock);
    } finally {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    // A start may warn of its fixtures.
    warnings = Warnings.collect();
  }

  private static Path written(String yaml) throws IOException {
    return Files.writeString(Files.createTempFile("fixtures", ".yaml"), yaml);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (process != null) {
      process.close();
    }
    if (warnings != null) {
      warnings.close();
      assertThat(warnings.found()).as("logged as a warning or worse").isEmpty();
    }
  }

  /** The port of the plain listener. */
  public int port() {
    if (process == null) {
      throw new IllegalStateException("not started");
    }
    return process.port();
  }

  /** Opens a connection. */
  public RawClient connect() throws IOException {
    return RawClient.connect(port());
  }

  /** Sends one request, a character for each byte, on a connection of its own. */
  public RawResponse ask(String request) throws IOException {
    try (RawClient client = connect()) {
      return client.ask(request);
    }
  }
}

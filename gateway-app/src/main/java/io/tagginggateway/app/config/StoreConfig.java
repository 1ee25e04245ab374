package io.tagginggateway.app.config;

import io.tagginggateway.core.state.FixtureMode;
import io.tagginggateway.core.state.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where state is kept.
 *
 * @param type {@code memory}, or what the provider of another store calls it
 * @param shared what is set for a store that is not in memory, or null if it is
 */
public record StoreConfig(String type, @Nullable StoreSettings shared) {
  private static final String MEMORY = "memory";

  static StoreConfig read(ConfigReader reader) {
    String type = reader.text("store.type", MEMORY);
    String url = reader.textOrNull("store.url");
    String password = reader.textOrNull("store.password");
    Path passwordFile = reader.pathOrNull("store.password-file");
    String schema =
        reader.matching(
            "store.schema",
            "tagging_gateway",
            "[a-z_][a-z0-9_]{0,62}",
            "a name of lower-case letters, digits and _");
    int poolSize = reader.number("store.pool-size", 8, 2, 1000);
    Duration timeout = reader.duration("store.timeout", "2s");
    FixtureMode fixtures =
        reader.choice("store.fixtures", FixtureMode.IF_EMPTY, FixtureMode.values());
    if (type.equals(MEMORY)) {
      reader.refuseIf(url != null, "store.url", "needs store.type: postgresql as well");
      return new StoreConfig(type, null);
    }
    reader.refuseIf(url == null, "store.type", "needs store.url as well");
    reader.refuseIf(timeout.isZero(), "store.timeout", "is more than nothing");
    String secret = password;
    if (password == null && passwordFile != null) {
      secret = content(passwordFile);
      reader.refuseIf(secret == null, "store.password-file", "cannot read " + passwordFile);
    }
    return new StoreConfig(
        type,
        new StoreSettings(
            Objects.requireNonNull(url), secret, schema, poolSize, timeout, fixtures));
  }

  /** What the fixtures do to what is there; those of a store in memory are all that there is. */
  public FixtureMode fixtures() {
    return shared == null ? FixtureMode.REPLACE : shared.fixtures();
  }

  private static @Nullable String content(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return null;
    }
  }
}

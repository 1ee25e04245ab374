package io.tagginggateway.core.state;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a user sets for a store that is not in memory.
 *
 * @param url where it is, in the store's own form
 * @param password its password if the URL has none, or null
 * @param schema the name of the part of it that is this gateway's
 * @param poolSize how many connections there may be for requests
 * @param timeout how long a request may wait for it
 * @param fixtures what the fixtures do to what is there already
 */
public record StoreSettings(
    String url,
    @Nullable String password,
    String schema,
    int poolSize,
    Duration timeout,
    FixtureMode fixtures) {

  /** Tells nothing secret. */
  @Override
  public String toString() {
    return "StoreSettings[schema="
        + schema
        + ", poolSize="
        + poolSize
        + ", timeout="
        + timeout
        + ", fixtures="
        + fixtures
        + "]";
  }
}

package io.tagginggateway.app.rpc;

import io.tagginggateway.app.host.OwnNames;
import io.tagginggateway.core.state.GuestLimits;
import java.time.Duration;

/**
 * What the hot path needs of the configuration.
 *
 * @param defaultRegion the region when neither request nor host names one
 * @param ownNames names of this gateway that are no product's host
 * @param guests how many accounts undeclared keys may have of their own
 * @param storeTimeout how long a request waits for a store before it is ServiceUnavailable
 * @param forwards whether what no product here plays is for another gateway to answer
 */
public record GatewaySettings(
    String defaultRegion,
    OwnNames ownNames,
    GuestLimits guests,
    Duration storeTimeout,
    boolean forwards) {
  /** How long a request waits for a store: shorter than clients wait. Chosen. */
  public static final Duration STORE_TIMEOUT = Duration.ofSeconds(5);
}

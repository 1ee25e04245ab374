package io.tagginggateway.app.rpc;

import io.tagginggateway.app.state.GuestLimits;
import java.util.Set;

/**
 * What the hot path needs of the configuration.
 *
 * @param defaultRegion the region when neither request nor host names one
 * @param ownNames names of this gateway that are no product's host, lower-case
 * @param guests how many accounts undeclared keys may have of their own
 */
public record GatewaySettings(String defaultRegion, Set<String> ownNames, GuestLimits guests) {}

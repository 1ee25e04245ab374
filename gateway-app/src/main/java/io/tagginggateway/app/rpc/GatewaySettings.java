package io.tagginggateway.app.rpc;

import io.tagginggateway.app.host.OwnNames;
import io.tagginggateway.app.state.GuestLimits;

/**
 * What the hot path needs of the configuration.
 *
 * @param defaultRegion the region when neither request nor host names one
 * @param ownNames names of this gateway that are no product's host
 * @param guests how many accounts undeclared keys may have of their own
 */
public record GatewaySettings(String defaultRegion, OwnNames ownNames, GuestLimits guests) {}

package io.tagginggateway.app.rpc;

import java.util.Set;

/**
 * What the hot path needs of the configuration.
 *
 * @param defaultRegion the region when neither request nor host names one
 * @param ownNames names of this gateway that are no product's host, lower-case
 */
public record GatewaySettings(String defaultRegion, Set<String> ownNames) {}

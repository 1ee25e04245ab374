package io.tagginggateway.app.metrics;

import java.util.function.LongSupplier;

/**
 * A number of the moment that somebody else keeps.
 *
 * @param name what stands behind {@code tagging_gateway_}
 * @param help one sentence for who reads the metrics
 * @param value tells the number; called from any thread
 */
public record Gauge(String name, String help, LongSupplier value) {}

package io.tagginggateway.app.console;

import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.http.StopSignal;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.metrics.RequestMetrics;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.state.Stores;
import java.time.Clock;
import java.util.function.IntSupplier;

/**
 * What the console shows and changes: the same that the admin API does.
 *
 * @param port the port of the plain listener, which is known once it listens
 * @param onReset what a reset clears besides the state
 */
public record ConsoleServices(
    GatewayConfig config,
    Products products,
    Stores state,
    FaultRules faults,
    Journal journal,
    RequestMetrics metrics,
    StopSignal stopping,
    IntSupplier port,
    Runnable onReset,
    Clock clock) {}

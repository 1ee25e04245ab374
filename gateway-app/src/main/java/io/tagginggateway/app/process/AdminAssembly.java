package io.tagginggateway.app.process;

import io.tagginggateway.app.admin.AdminRoutes;
import io.tagginggateway.app.admin.BrowserSessions;
import io.tagginggateway.app.admin.ContractsEndpoint;
import io.tagginggateway.app.admin.FaultsEndpoint;
import io.tagginggateway.app.admin.HealthEndpoint;
import io.tagginggateway.app.admin.IndexEndpoint;
import io.tagginggateway.app.admin.MetricsEndpoint;
import io.tagginggateway.app.admin.OpenApiEndpoint;
import io.tagginggateway.app.admin.ProductsEndpoint;
import io.tagginggateway.app.admin.Readiness;
import io.tagginggateway.app.admin.RequestsEndpoint;
import io.tagginggateway.app.admin.StateEndpoint;
import io.tagginggateway.app.admin.StateResourceEndpoint;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.console.ConsoleEndpoint;
import io.tagginggateway.app.console.ConsoleServices;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.app.http.StopSignal;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.metrics.MetricsText;
import io.tagginggateway.app.metrics.RequestMetrics;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.state.Stores;
import java.time.Clock;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * What the admin API and the console are made of.
 *
 * @param port the port of the plain listener, once there is one
 */
record AdminAssembly(
    GatewayConfig config,
    Products products,
    Clock clock,
    Stores stores,
    FaultRules faults,
    Journal journal,
    MetricsText metrics,
    RequestMetrics requests,
    Readiness readiness,
    StopSignal stopping,
    IntSupplier port) {

  AdminRoutes routes() {
    BrowserSessions sessions = new BrowserSessions(config.admin().token(), clock);
    ConsoleEndpoint console = new ConsoleEndpoint(consoleServices(), sessions);
    FixtureLoader exports = FixtureLoader.ofExports(products);
    return new AdminRoutes(
        sessions,
        config.http().host(),
        List.of(
            new HealthEndpoint(readiness),
            new MetricsEndpoint(metrics),
            new ContractsEndpoint(products),
            console.open()),
        List.of(
            console.guarded(),
            new IndexEndpoint(),
            new OpenApiEndpoint(),
            new ProductsEndpoint(
                products, PartSettings.aliases(config), PartSettings.pageSizes(config)),
            new StateEndpoint(stores, exports, products, journal::clear),
            new StateResourceEndpoint(
                stores, exports, products, config.accounts().defaultAccount()),
            new RequestsEndpoint(journal, faults.errors(), stopping),
            new FaultsEndpoint(faults)));
  }

  private ConsoleServices consoleServices() {
    return new ConsoleServices(
        config, products, stores, faults, journal, requests, stopping, port, journal::clear, clock);
  }
}

package io.tagginggateway.testkit;

import io.tagginggateway.app.config.ConfigException;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.app.fixture.FixtureSource;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.process.GatewayProcess;
import io.tagginggateway.app.process.GatewayVertx;
import io.tagginggateway.app.state.GatewayState;
import io.tagginggateway.app.state.GuestLimits;
import io.tagginggateway.app.state.StateHolder;
import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.product.ProductModule;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A gateway that serves, with the fixtures it goes back to. Any thread may use it. */
final class RunningGateway implements AutoCloseable {
  private final Settings settings;
  private final Products products;
  private final GatewayConfig config;
  private final GatewayState fixtures;
  private final GatewayProcess process;

  private RunningGateway(
      Settings settings,
      Products products,
      GatewayConfig config,
      GatewayState fixtures,
      GatewayProcess process) {
    this.settings = settings;
    this.products = products;
    this.config = config;
    this.fixtures = fixtures;
    this.process = process;
  }

  static RunningGateway start(Settings settings) {
    if (settings.strict() && settings.isolated()) {
      throw new IllegalArgumentException(
          "strict and isolated: strict mode lets no undeclared key in; declare one per account");
    }
    Products products = Products.installed();
    settings.pageSizes().keySet().forEach(product -> module(products, product));
    GatewayConfig config = config(products, settings);
    GatewayState fixtures = new FixtureLoader(products).load(sources(settings));
    GatewayProcess process = GatewayProcess.start(GatewayVertx.create(), config, products);
    RunningGateway running = new RunningGateway(settings, products, config, fixtures, process);
    running.reset();
    return running;
  }

  private static GatewayConfig config(Products products, Settings settings) {
    try {
      return ConfigLoader.of(products, settings.values());
    } catch (ConfigException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static List<FixtureSource> sources(Settings settings) {
    return settings.demo()
        ? List.of(FixtureSource.demo())
        : settings.fixtures().stream().map(Fixture::source).toList();
  }

  Settings settings() {
    return settings;
  }

  int port() {
    return process.port();
  }

  String defaultAccount() {
    return config.accounts().defaultAccount();
  }

  String defaultRegion() {
    return config.region();
  }

  StateHolder state() {
    return process.state();
  }

  Journal journal() {
    return process.journal();
  }

  FaultRules faults() {
    return process.faults();
  }

  ProductModule module(String product) {
    return module(products, product);
  }

  private static ProductModule module(Products products, String product) {
    ProductModule module = products.find(product);
    if (module == null) {
      List<String> codes = products.modules().stream().map(any -> any.product().code()).toList();
      throw new IllegalArgumentException("no product " + product + "; there are " + codes);
    }
    return module;
  }

  void reset() {
    state().replace(fixtures.copy());
    faults().clear();
    journal().clear();
  }

  /** Puts the resources of a fixture among those that are there. */
  void add(Fixture fixture) {
    GatewayState loaded = new FixtureLoader(products).load(List.of(fixture.source()));
    for (Partition partition : loaded.store().partitions()) {
      List<StoredResource> resources = new ArrayList<>();
      loaded.store().forEach(partition, resources::add);
      state().current().store().put(partition, resources);
    }
  }

  Credentials credentials() {
    return settings.isolated() ? guest() : declared();
  }

  private Credentials guest() {
    String id = "test-" + UUID.randomUUID();
    GuestLimits limits = GuestLimits.of(defaultAccount());
    if (!state().current().admitGuest(id, limits, System.currentTimeMillis())) {
      throw new IllegalStateException("more than " + limits.max() + " isolated keys");
    }
    return new Credentials(id, "secret-of-" + id, id);
  }

  private Credentials declared() {
    for (AccessKey key : fixtures.accessKeys().values()) {
      if (!key.disabled() && key.securityToken() == null) {
        return new Credentials(key.id(), key.secret(), key.account());
      }
    }
    if (settings.strict()) {
      throw new IllegalStateException("the fixture declares no access key, so nobody gets in");
    }
    return new Credentials("testid", "testsecret", defaultAccount());
  }

  @Override
  public void close() {
    process.close();
  }
}

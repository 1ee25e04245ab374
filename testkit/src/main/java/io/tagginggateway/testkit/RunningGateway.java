package io.tagginggateway.testkit;

import io.tagginggateway.app.config.ConfigException;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.app.fixture.FixtureSource;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.process.GatewayProcess;
import io.tagginggateway.app.state.GatewayState;
import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.file.ProductBundle;
import io.tagginggateway.core.state.Draft;
import io.tagginggateway.core.state.GuestLimits;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.tag.Exports;
import io.tagginggateway.core.tag.Partition;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A gateway that serves, with the fixtures it goes back to. Any thread may use it. */
final class RunningGateway implements AutoCloseable {
  private final Settings settings;
  private final Products products;
  private final GatewayConfig config;
  private final GatewayState fixtures;
  private final GatewayProcess process;
  private final Verifications verifications;
  private final @Nullable Tls tls;

  private RunningGateway(
      Settings settings,
      Products products,
      GatewayConfig config,
      GatewayState fixtures,
      GatewayProcess process,
      @Nullable Tls tls) {
    this.settings = settings;
    this.products = products;
    this.config = config;
    this.fixtures = fixtures;
    this.process = process;
    this.verifications = new Verifications(process.journal(), process.faults().errors());
    this.tls = tls;
  }

  static RunningGateway start(Settings settings) {
    Products products = ProductBundle.installed();
    settings.pageSizes().keySet().forEach(product -> checkProduct(products, product));
    GatewayState fixtures = new FixtureLoader(products).load(sources(settings));
    Tls tls = settings.needsCa() ? Tls.make() : null;
    try {
      GatewayConfig config = config(products, settings, tls);
      GatewayProcess process = Tls.started(config, products);
      RunningGateway running =
          new RunningGateway(settings, products, config, fixtures, process, tls);
      running.restart();
      return running;
    } catch (RuntimeException e) {
      if (tls != null) {
        tls.delete();
      }
      throw e;
    }
  }

  private static GatewayConfig config(Products products, Settings settings, @Nullable Tls tls) {
    try {
      Map<String, String> values = settings.values();
      if (tls != null) {
        values.put("https.directory", tls.directory().toString());
      }
      return ConfigLoader.of(products, values);
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

  /** The port of the TLS listener. */
  int tlsPort() {
    String url = process.tlsUrl();
    if (url == null) {
      throw new IllegalStateException("the gateway serves no https: say https() where it is made");
    }
    return URI.create(url).getPort();
  }

  /** The CA of the TLS listener. */
  Tls tls() {
    if (tls == null) {
      throw new IllegalStateException("the gateway has no CA of its own: say https()");
    }
    return tls;
  }

  Verifications verifications() {
    return verifications;
  }

  String defaultAccount() {
    return config.accounts().defaultAccount();
  }

  String defaultRegion() {
    return config.region();
  }

  Stores stores() {
    return process.stores();
  }

  Journal journal() {
    return process.journal();
  }

  FaultRules faults() {
    return process.faults();
  }

  String canonicalType(String product, String type) {
    checkProduct(product);
    TagFamily family = products.familyOfType(product, type);
    String canonical = family == null ? null : family.types().canonical(type);
    if (canonical == null) {
      throw new IllegalArgumentException(
          product + " has no type " + type + "; it has " + products.resourceTypes(product));
    }
    return canonical;
  }

  void checkProduct(String product) {
    checkProduct(products, product);
  }

  private static void checkProduct(Products products, String product) {
    if (products.find(product) == null) {
      throw new IllegalArgumentException(
          "no product " + product + "; there are " + products.codes());
    }
  }

  void reset() {
    join(stores().reset());
    journal().clear();
  }

  /** Puts what a fixture holds among what is there. */
  void add(Fixture fixture) {
    try (Draft draft = stores().draft()) {
      new FixtureLoader(products).load(List.of(fixture.source()), draft);
      join(draft.add());
    }
  }

  /** From now on a reset goes back to the fixtures of the settings. */
  private void restart() {
    try (Draft draft = stores().draft()) {
      new FixtureLoader(products).load(sources(settings), draft);
      join(draft.restart());
    }
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  Credentials credentials() {
    if (!settings.isolated()) {
      return declared();
    }
    String id = "test-" + UUID.randomUUID();
    Credentials credentials = new Credentials(id, UUID.randomUUID().toString(), id);
    if (settings.strict()) {
      declare(credentials);
    } else {
      admit(credentials);
    }
    return credentials;
  }

  /** What the first request would do: so that a test can arrange the account before it. */
  private void admit(Credentials guest) {
    GuestLimits limits = GuestLimits.of(defaultAccount());
    if (!join(stores().current().admitGuest(guest.account(), limits, System.currentTimeMillis()))) {
      throw new IllegalStateException("more than " + limits.max() + " isolated keys");
    }
  }

  /** Strict mode knows no guests; this one is let in as if the fixture declared it. */
  private void declare(Credentials guest) {
    String account = guest.account();
    try (Draft draft = stores().draft()) {
      draft.account(account);
      draft.add(
          new AccessKey(guest.accessKeyId(), guest.accessKeySecret(), account, null, null, false));
      for (Partition from : fixtures.store().sizes().join().keySet()) {
        if (from.account().equals(defaultAccount())) {
          Partition own = from.ofAccount(account);
          Exports.forEach(fixtures.store(), from, resource -> draft.add(own, resource));
        }
      }
      join(draft.add());
    }
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
    if (tls != null) {
      tls.delete();
    }
  }
}

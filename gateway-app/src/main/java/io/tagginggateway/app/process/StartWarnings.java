package io.tagginggateway.app.process;

import io.tagginggateway.app.config.AuthMode;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.app.text.KnownNames;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.state.Stores;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log what can be served and surely is a mistake. */
final class StartWarnings {
  private static final Logger LOG = LoggerFactory.getLogger(StartWarnings.class);

  private StartWarnings() {}

  /** A loader of files that warns of what is in them; the demo needs no look. */
  static FixtureLoader loader(GatewayConfig config, Products products) {
    FixtureLoader loader = new FixtureLoader(products);
    return config.fixtures().isEmpty() ? loader : loader.warning(LOG::warn);
  }

  /** Looks at a configuration and what its fixtures made; blocks as long as the store does. */
  static void look(GatewayConfig config, Products products, Stores stores) {
    if (config.auth() == AuthMode.STRICT
        && stores.current().declaredKeys().toCompletableFuture().join().isEmpty()) {
      LOG.warn("auth.mode is strict and no fixture declares an access key: nobody gets in");
    }
    String region = config.region();
    // Whoever leaves the region as it is costs the start no look.
    if (!region.equals(GatewayConfig.DEFAULT_REGION)) {
      Set<String> known = products.regions();
      if (!known.isEmpty() && !known.contains(region)) {
        LOG.warn("region: {}", KnownNames.unknown("region of any product", region, known));
      }
    }
  }
}

package io.tagginggateway.app.process;

import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.host.OwnNames;
import io.tagginggateway.app.http.ServerSettings;
import io.tagginggateway.app.rpc.GatewaySettings;
import io.tagginggateway.core.state.GuestLimits;
import io.tagginggateway.core.state.StoreSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What the parts of a gateway need of its configuration. */
final class PartSettings {
  private PartSettings() {}

  static ServerSettings server(GatewayConfig config) {
    return new ServerSettings(
        config.http().host(),
        config.http().port(),
        config.https().enabled() ? OptionalInt.of(config.https().port()) : OptionalInt.empty(),
        config.proxy().enabled(),
        config.http().maxBody(),
        config.limits(),
        config.shutdown().grace(),
        config.forward());
  }

  static GatewaySettings gateway(GatewayConfig config) {
    return new GatewaySettings(
        config.region(),
        OwnNames.of(config.http().allNames()),
        GuestLimits.of(config.accounts().defaultAccount()),
        storeTimeout(config),
        config.forward().url() != null);
  }

  private static Duration storeTimeout(GatewayConfig config) {
    StoreSettings shared = config.store().shared();
    return shared == null ? GatewaySettings.STORE_TIMEOUT : shared.timeout();
  }

  /** The further hosts of each product that some are set for, by its code. */
  static Map<String, List<String>> aliases(GatewayConfig config) {
    Map<String, List<String>> aliases = new HashMap<>();
    config.products().forEach((code, product) -> aliases.put(code, product.hosts()));
    return aliases;
  }

  /** The page size of each product that one is set for, by its code. */
  static Map<String, Integer> pageSizes(GatewayConfig config) {
    Map<String, Integer> sizes = new HashMap<>();
    config.products().forEach((code, product) -> sizes.put(code, product.pageSize()));
    return sizes;
  }
}

package io.tagginggateway.app.client;

import io.tagginggateway.app.config.AuthMode;
import io.tagginggateway.app.config.ConfigException;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.core.auth.AccessKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/** Chooses the access key that clients are to use. */
public final class ClientKey {
  /** The real cloud knows no key of this name, so that a stray call fails there. */
  public static final AccessKey DUMMY =
      new AccessKey("testid", "testsecret", "", null, null, /* disabled= */ false);

  private ClientKey() {}

  /**
   * A declared key that works: of the default account before others, and without a token before one
   * with a token. Where none is declared, any will do in lenient mode.
   *
   * @throws ConfigException if strict mode would let nobody in
   */
  public static AccessKey of(GatewayConfig config, Collection<AccessKey> declared, Instant now) {
    String account = config.accounts().defaultAccount();
    return declared.stream()
        .filter(key -> !key.disabled())
        .filter(key -> key.tokenExpires() == null || now.isBefore(key.tokenExpires()))
        .min(
            Comparator.<AccessKey, Boolean>comparing(key -> !key.account().equals(account))
                .thenComparing(key -> key.securityToken() != null))
        .orElseGet(() -> dummy(config));
  }

  private static AccessKey dummy(GatewayConfig config) {
    if (config.auth() == AuthMode.STRICT) {
      throw new ConfigException(
          "auth.mode: is strict, but no fixture declares an access key that works");
    }
    return DUMMY;
  }
}

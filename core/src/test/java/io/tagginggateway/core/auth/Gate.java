package io.tagginggateway.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.testing.Stages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A strict authenticator whose time and keys a test knows. */
final class Gate {
  static final Instant NOW = Instant.parse(V1Request.TIME);
  static final String TOKEN = "token/+==";

  private static final Map<String, AccessKey> KEYS =
      Map.of(
          "testid", key("testid", null, null, false),
          "other", key("other", null, null, false),
          "off", key("off", null, null, true),
          "sts", key("sts", TOKEN, NOW.plusMillis(1), false),
          "late", key("late", TOKEN, NOW, false),
          "offlate", key("offlate", TOKEN, NOW, true));

  private final NonceMemory nonces = new NonceMemory();
  private Instant now = NOW;

  private static AccessKey key(String id, String token, Instant expires, boolean disabled) {
    return new AccessKey(id, "testsecret", "account", token, expires, disabled);
  }

  /** These keys, told at once. */
  static AccessKeys keys(Map<String, AccessKey> byId) {
    return id -> CompletableFuture.completedFuture(Optional.ofNullable(byId.get(id)));
  }

  Gate at(Duration sinceNow) {
    now = NOW.plus(sinceNow);
    return this;
  }

  Caller pass(RpcRequest request) {
    StrictAuthenticator strict = new StrictAuthenticator(Clock.fixed(now, ZoneOffset.UTC), nonces);
    return Stages.join(strict.authenticate(request, keys(KEYS)));
  }

  ApiError refuse(RpcRequest request) {
    ApiException refused = catchThrowableOfType(ApiException.class, () -> pass(request));
    assertThat(refused).isNotNull();
    return refused.error();
  }
}

package io.tagginggateway.core.auth;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.request.RpcRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Lets only declared access keys in, and only with a signature of theirs, V1 or ACS3, that is fresh
 * and was not used before. The order of the checks is that of the dialect reference, section 6.
 * Called from any thread.
 */
public final class StrictAuthenticator implements Authenticator {
  /** How far a request's time may be from the gateway's, either way. */
  public static final Duration WINDOW = Duration.ofMinutes(15);

  /** Chosen: clients slow down for it, and it tells the caller, not the world, what is wrong. */
  private static final ApiError TOO_MANY_NONCES =
      GatewayErrors.THROTTLING_USER.withMessage(
          GatewayErrors.THROTTLING_USER.message()
              + " The access key used more nonces than are remembered; requests that were signed"
              + " no later than a forgotten one are refused.");

  private final Clock clock;
  private final Nonces nonces;
  private final long windowMillis;
  private final RepeatedSignedHeaders signedHeaders = new RepeatedSignedHeaders();

  /** One with the {@link #WINDOW} of the real gateway. */
  public StrictAuthenticator(Clock clock, Nonces nonces) {
    this(clock, nonces, WINDOW);
  }

  /**
   * Makes one.
   *
   * @param clock the gateway's time
   * @param nonces what was used already; to be shared by all that serve the same callers
   * @param window how far a request's time may be from the clock's, either way, both edges included
   */
  public StrictAuthenticator(Clock clock, Nonces nonces, Duration window) {
    this.clock = clock;
    this.nonces = nonces;
    this.windowMillis = window.toMillis();
  }

  @Override
  public boolean strict() {
    return true;
  }

  @Override
  public CompletionStage<Caller> authenticate(RpcRequest request, AccessKeys keys) {
    Proof proof = Proof.of(request, signedHeaders);
    long now = clock.millis();
    long signedAt = Timestamps.parse(proof.timestamp());
    if (Math.abs(now - signedAt) > windowMillis) {
      throw new ApiException(GatewayErrors.TIMESTAMP_EXPIRED);
    }
    return keys.find(proof.accessKeyId())
        .thenApply(key -> proven(request, proof, key, now))
        .thenCompose(key -> once(proof, key, now, signedAt));
  }

  private static AccessKey proven(
      RpcRequest request, Proof proof, Optional<AccessKey> found, long now) {
    AccessKey key = found.orElseThrow(() -> new ApiException(GatewayErrors.ACCESS_KEY_NOT_FOUND));
    if (key.disabled()) {
      throw new ApiException(GatewayErrors.ACCESS_KEY_INACTIVE);
    }
    SecurityTokens.check(key, request.securityToken(), now);
    String stringToSign = proof.mismatch(request, key.secret());
    if (stringToSign != null) {
      String message = GatewayErrors.SIGNATURE_MISMATCH.message() + stringToSign;
      throw new ApiException(GatewayErrors.SIGNATURE_MISMATCH.withMessage(message));
    }
    return key;
  }

  private CompletionStage<Caller> once(Proof proof, AccessKey key, long now, long signedAt) {
    // A time ahead of ours stays good for longer than the window, and its nonce must stay as long.
    long until = Math.max(now, signedAt) + windowMillis;
    return nonces
        .remember(key.id(), proof.nonce(), signedAt, now, until)
        .thenApply(
            outcome ->
                switch (outcome) {
                  case NEW -> new Caller(key.account(), key.id());
                  case USED -> throw new ApiException(GatewayErrors.NONCE_USED);
                  case NO_ROOM -> throw new ApiException(TOO_MANY_NONCES);
                });
  }
}

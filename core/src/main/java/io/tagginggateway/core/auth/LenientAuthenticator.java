package io.tagginggateway.core.auth;

import io.tagginggateway.core.document.XmlText;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.request.RpcRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Believes every request: an access key id, if any, only chooses the account. */
public final class LenientAuthenticator implements Authenticator {
  private static final int ACCOUNT_DIGITS = 16;

  /** The most characters of an AccessKeyId. */
  private static final int MAX_GUEST_LENGTH = 128;

  private final String defaultAccount;
  private final boolean isolateUnknownKeys;

  /**
   * Makes one.
   *
   * @param defaultAccount the account of a request that names no key
   * @param isolateUnknownKeys whether an undeclared key is an account of its own, and not the
   *     default one's
   */
  public LenientAuthenticator(String defaultAccount, boolean isolateUnknownKeys) {
    this.defaultAccount = defaultAccount;
    this.isolateUnknownKeys = isolateUnknownKeys;
  }

  @Override
  public boolean strict() {
    return false;
  }

  @Override
  public CompletionStage<Caller> authenticate(RpcRequest request, AccessKeys keys) {
    String id = AccessKeyIds.of(request);
    if (id == null || id.isEmpty()) {
      return CompletableFuture.completedFuture(new Caller(defaultAccount, null));
    }
    return keys.find(id).thenApply(key -> caller(id, key));
  }

  private Caller caller(String id, Optional<AccessKey> key) {
    if (key.isPresent()) {
      return new Caller(key.get().account(), id);
    }
    if (isAccount(id)) {
      return new Caller(id, id);
    }
    return isolateUnknownKeys ? guest(id) : new Caller(defaultAccount, id);
  }

  /**
   * The id becomes the id of an account, which is kept and exported, so its characters are limited.
   * Chosen.
   */
  private static Caller guest(String id) {
    if (id.length() > MAX_GUEST_LENGTH || !XmlText.canCarry(id)) {
      throw new ApiException(GatewayErrors.ACCESS_KEY_NOT_FOUND);
    }
    return new Caller(id, id, /* guest= */ true);
  }

  private static boolean isAccount(String id) {
    return id.length() == ACCOUNT_DIGITS && id.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}

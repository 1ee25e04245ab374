package io.tagginggateway.core.auth;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a request.
 *
 * @param account the account whose tags it sees
 * @param accessKeyId the key it named, or null if it named none
 * @param guest whether the account exists only because an undeclared key named it
 */
public record Caller(String account, @Nullable String accessKeyId, boolean guest) {

  /** A caller of an account that needs no key to exist. */
  public Caller(String account, @Nullable String accessKeyId) {
    this(account, accessKeyId, false);
  }
}

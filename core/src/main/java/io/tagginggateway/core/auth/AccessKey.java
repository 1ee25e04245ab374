package io.tagginggateway.core.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A declared access key.
 *
 * @param id the AccessKeyId
 * @param secret the AccessKeySecret, not empty; never logged or returned but in an export of the
 *     state
 * @param account the account it belongs to
 * @param securityToken the token that must come with it, not empty, or null for a permanent key
 * @param tokenExpires when the token ends, or null if it never does
 * @param disabled whether the key is known but refused
 * @param arn the user or role session that it stands for, or null for the account itself
 */
public record AccessKey(
    String id,
    String secret,
    String account,
    @Nullable String securityToken,
    @Nullable Instant tokenExpires,
    boolean disabled,
    @Nullable String arn) {

  /** A key of the account itself. */
  public AccessKey(
      String id,
      String secret,
      String account,
      @Nullable String securityToken,
      @Nullable Instant tokenExpires,
      boolean disabled) {
    this(id, secret, account, securityToken, tokenExpires, disabled, null);
  }

  /**
   * Checks that there is something to prove.
   *
   * @throws IllegalArgumentException if the secret or the token is empty
   */
  public AccessKey {
    if (secret.isEmpty() || (securityToken != null && securityToken.isEmpty())) {
      throw new IllegalArgumentException("an empty secret or token proves nothing");
    }
  }

  /** Names the key and nothing secret. */
  @Override
  public String toString() {
    return "AccessKey[" + id + " of " + account + (disabled ? ", disabled]" : "]");
  }
}

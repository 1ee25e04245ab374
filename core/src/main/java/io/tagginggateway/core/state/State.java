package io.tagginggateway.core.state;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.auth.AccessKeys;
import io.tagginggateway.core.resource.ResourceStore;
import io.tagginggateway.core.tag.TagStore;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What one request sees: it takes the state once, and all that it reads and writes belongs to that
 * one, even if another takes its place meanwhile. Thread-safe; no call blocks, and a call fails
 * through its stage.
 */
public interface State extends AccessKeys {

  /** The tags. */
  TagStore tags();

  /** What callers created, without its tags. */
  ResourceStore resources();

  /** Makes a temporary key known until its token ends; {@link #find} then finds it. */
  CompletionStage<Void> issue(AccessKey key);

  /** The declared accounts, in the order of their declaration. */
  CompletionStage<List<String>> declaredAccounts();

  /** The declared access keys, secrets included, in the order of their declaration. */
  CompletionStage<List<AccessKey>> declaredKeys();

  /**
   * Makes sure that the account of an undeclared key is there, and notes its use. A new one starts
   * with what the fixtures gave the template account. When there are as many as may be, the one
   * that was used least recently makes room, if it was not used for the idle time. A declared
   * account is no guest's, and stays as it is.
   *
   * @param account the account, which is the key's id
   * @param nowMillis the time, in milliseconds
   * @return false if there is no room
   */
  CompletionStage<Boolean> admitGuest(String account, GuestLimits limits, long nowMillis);
}

package io.tagginggateway.core.auth;

import java.util.concurrent.CompletionStage;

/**
 * Knows which nonces were used, by the callers of all gateways that share it. Thread-safe; no call
 * blocks, and a call fails through its stage.
 */
public interface Nonces {

  /** What became of a nonce. */
  enum Outcome {
    /** It was not used, and is now. */
    NEW,
    /** It was used. */
    USED,
    /** Whether it was used is not known any more, or there is no room to remember it. */
    NO_ROOM
  }

  /**
   * Remembers a nonce. All times are in milliseconds.
   *
   * @param accessKeyId the key that used it; the same nonce of another key is another nonce
   * @param nonce the nonce
   * @param signedAt when the request says that it was signed
   * @param now the time
   * @param until the last millisecond at which the nonce still counts as used, not before {@code
   *     now}; it may count two seconds longer
   * @return of several that bring the same nonce at once, one is told that it is new
   */
  CompletionStage<Outcome> remember(
      String accessKeyId, String nonce, long signedAt, long now, long until);
}

package io.tagginggateway.core.auth;

/** A text that is signed. It is streamed to its consumer and never held in memory as a whole. */
@FunctionalInterface
interface SignedText {
  /** Writes all of it, the same each time. */
  void writeTo(SigningText text);
}

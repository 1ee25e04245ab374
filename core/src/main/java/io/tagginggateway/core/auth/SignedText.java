package io.tagginggateway.core.auth;

/** A text that is signed. It is written where it is needed, and never held as a whole. */
@FunctionalInterface
interface SignedText {
  /** Writes all of it, the same each time. */
  void writeTo(SigningText text);
}

package io.tagginggateway.app.config;

/** Whose tags a caller sees whose access key no account declares. */
public enum UnknownKeys {
  /** Those of the default account. */
  DEFAULT,
  /** Its own: each such key is an account that starts as a copy of the default account. */
  ISOLATED
}

package io.tagginggateway.app.config;

/** Which resources can be tagged. */
public enum ResourceMode {
  /** Any: a resource is created by its first tag. */
  OPEN,
  /** Those that a fixture declares. */
  DECLARED
}

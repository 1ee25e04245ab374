package io.tagginggateway.app.log;

/** The least level that is logged. */
public enum LogLevel {
  /** What failed. */
  ERROR,
  /** Also what needs a look. */
  WARN,
  /** Also what happened to the process. */
  INFO,
  /** Also what only a developer wants. */
  DEBUG
}

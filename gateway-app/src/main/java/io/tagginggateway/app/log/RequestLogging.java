package io.tagginggateway.app.log;

/** Which requests are lines of the log. */
public enum RequestLogging {
  /** None. */
  OFF,
  /** Those that were refused, failed, or suffered a fault. */
  ERRORS,
  /** Every one. */
  ALL
}

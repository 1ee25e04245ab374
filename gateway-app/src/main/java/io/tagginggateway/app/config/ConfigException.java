package io.tagginggateway.app.config;

/** A setting that cannot be; the message is the one line that a user sees, and names the place. */
public final class ConfigException extends RuntimeException {

  /** Makes one whose message names the setting, where it was made, and what was expected. */
  public ConfigException(String message) {
    super(message);
  }
}

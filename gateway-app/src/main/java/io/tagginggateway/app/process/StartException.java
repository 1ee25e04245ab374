package io.tagginggateway.app.process;

/** The gateway cannot serve as it is configured; the message is one line and names the setting. */
public final class StartException extends RuntimeException {
  StartException(String message) {
    super(message);
  }
}

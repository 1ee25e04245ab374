package io.tagginggateway.core.state;

/** A store cannot be used as it is configured, so that the gateway does not start. */
public final class StoreStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Without a stack trace, since it is told to a user.
   *
   * @param message one line that says what is wrong and what helps, without anything secret
   */
  public StoreStartException(String message) {
    super(message, null, false, false);
  }
}

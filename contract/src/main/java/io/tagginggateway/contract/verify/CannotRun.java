package io.tagginggateway.contract.verify;

/** The contract could not be run at all; the message is one line for the user. */
public final class CannotRun extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says why, in one line. */
  public CannotRun(String message) {
    super(message, null, false, false);
  }
}

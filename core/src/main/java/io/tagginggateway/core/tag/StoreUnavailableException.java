package io.tagginggateway.core.tag;

/** A store cannot be asked at the moment, such as one whose database is down. */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Without a stack trace, since many requests fail of the same.
   *
   * @param reason one line for the log, without anything secret
   */
  public StoreUnavailableException(String reason) {
    super(reason, null, false, false);
  }
}

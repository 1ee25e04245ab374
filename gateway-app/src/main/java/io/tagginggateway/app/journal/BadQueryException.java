package io.tagginggateway.app.journal;

/** A query of the journal that cannot be. */
public final class BadQueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  BadQueryException(String field, String reason) {
    super(reason, null, false, false);
    this.field = field;
  }

  /** The field to blame. */
  public String field() {
    return field;
  }

  /** What is wrong, in one line. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}

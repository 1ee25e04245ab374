package io.tagginggateway.core.tag;

/** A list was asked to go on from a cursor that its store never made. */
public final class ForeignCursorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a stack trace, since it is an answer and not a defect. */
  public ForeignCursorException() {
    super("not a cursor of this store", null, false, false);
  }
}

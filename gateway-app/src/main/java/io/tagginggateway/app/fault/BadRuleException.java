package io.tagginggateway.app.fault;

/** A rule that cannot be; nothing of it is in force. */
public final class BadRuleException extends RuntimeException {
  private final String pointer;

  BadRuleException(String pointer, String reason) {
    super(reason);
    this.pointer = pointer;
  }

  /** The place within the document, as a JSON pointer; empty for the document as a whole. */
  public String pointer() {
    return pointer;
  }

  /** What is wrong there. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}

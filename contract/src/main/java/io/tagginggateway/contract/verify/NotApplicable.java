package io.tagginggateway.contract.verify;

/** A check found that this endpoint gives it nothing to check. */
final class NotApplicable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotApplicable(String reason) {
    super(reason, null, false, false);
  }
}

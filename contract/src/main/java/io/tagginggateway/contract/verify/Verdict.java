package io.tagginggateway.contract.verify;

/** How a check ended. */
public enum Verdict {
  /** As the rule says. */
  PASSED,
  /** Otherwise. */
  FAILED,
  /** This endpoint, or this run, gives it nothing to check. */
  NOT_APPLICABLE
}

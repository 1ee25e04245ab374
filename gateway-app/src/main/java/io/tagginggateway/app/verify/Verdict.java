package io.tagginggateway.app.verify;

/** How a check ended. */
enum Verdict {
  /** As the rule says. */
  PASSED,
  /** Otherwise. */
  FAILED,
  /** This endpoint, or this run, gives it nothing to check. */
  NOT_APPLICABLE
}

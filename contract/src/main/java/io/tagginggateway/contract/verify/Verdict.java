package io.tagginggateway.contract.verify;

/** How a check ended. */
public enum Verdict {
  /** As the rule says. */
  PASSED,
  /** Otherwise. */
  FAILED,
  /** What it rests on has failed, so that it would tell nothing. */
  NOT_RUN,
  /** This endpoint, or this run, gives it nothing to check. */
  NOT_APPLICABLE
}

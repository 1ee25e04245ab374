package io.tagginggateway.contract.verify;

/** How a check ended. */
public enum Verdict {
  /** The endpoint follows the rule. */
  PASSED,
  /** The endpoint breaks the rule. */
  FAILED,
  /** A check that it depends on has failed. */
  NOT_RUN,
  /** This endpoint, or this run, gives it nothing to check. */
  NOT_APPLICABLE
}

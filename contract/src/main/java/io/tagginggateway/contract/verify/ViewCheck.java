package io.tagginggateway.contract.verify;

/**
 * A black-box check of one rule of the view.
 *
 * @param rule the id of the rule
 * @param name what is checked, unique together with the rule and the format
 * @param writes whether it needs resources of its own
 * @param script sends and expects
 */
record ViewCheck(String rule, String name, boolean writes, Script script) {

  /** What a check does. */
  @FunctionalInterface
  interface Script {
    /** Runs to its end, or throws what ended it. */
    void run(ViewSession session);
  }

  static ViewCheck reads(String rule, String name, Script script) {
    return new ViewCheck(rule, name, false, script);
  }

  static ViewCheck writes(String rule, String name, Script script) {
    return new ViewCheck(rule, name, true, script);
  }
}

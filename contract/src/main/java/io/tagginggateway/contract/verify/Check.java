package io.tagginggateway.contract.verify;

import io.tagginggateway.core.request.Format;
import java.util.List;

/**
 * A black-box check of one rule.
 *
 * @param rule the id of the rule
 * @param name what is checked, unique together with the format
 * @param formats the formats it is run in
 * @param needs what it needs beyond an endpoint that answers lists
 * @param script sends and expects
 */
record Check(String rule, String name, List<Format> formats, Needs needs, Script script) {
  private static final List<Format> BOTH = List.of(Format.values());

  /** What a check needs. */
  enum Needs {
    /** Lists alone. */
    LISTS,
    /** Resources of its own, which takes writes. */
    WRITES,
    /** An endpoint that checks signatures, and lists. */
    SIGNATURES
  }

  /** What a check does. */
  @FunctionalInterface
  interface Script {
    /** Runs to its end, or throws what ended it. */
    void run(Session session);
  }

  static Check lists(String rule, String name, Script script) {
    return new Check(rule, name, BOTH, Needs.LISTS, script);
  }

  static Check writes(String rule, String name, Script script) {
    return new Check(rule, name, BOTH, Needs.WRITES, script);
  }

  static Check signatures(String rule, String name, Script script) {
    return new Check(rule, name, BOTH, Needs.SIGNATURES, script);
  }

  /** The same in one format only. */
  Check only(Format format) {
    return new Check(rule, name, List.of(format), needs, script);
  }
}

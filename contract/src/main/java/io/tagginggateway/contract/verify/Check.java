package io.tagginggateway.contract.verify;

import io.tagginggateway.core.request.Format;
import java.util.List;

/**
 * A black-box check of one rule.
 *
 * @param rule the id of the rule
 * @param name what is checked, unique together with the rule and the format
 * @param formats the formats it is run in
 * @param needs what it needs beyond an endpoint that answers lists
 * @param after rules, or single checks as {@link #key}, whose failure makes it meaningless
 * @param script sends and expects
 */
record Check(
    String rule,
    String name,
    List<Format> formats,
    Needs needs,
    List<String> after,
    Script script) {
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
    return new Check(rule, name, BOTH, Needs.LISTS, List.of(), script);
  }

  static Check writes(String rule, String name, Script script) {
    return new Check(rule, name, BOTH, Needs.WRITES, List.of(), script);
  }

  static Check signatures(String rule, String name, Script script) {
    return new Check(rule, name, BOTH, Needs.SIGNATURES, List.of(), script);
  }

  /** The same in one format only. */
  Check only(Format format) {
    return new Check(rule, name, List.of(format), needs, after, script);
  }

  /** The same, which is not run where one of these rules, or checks, has failed. */
  Check after(String... causes) {
    return new Check(rule, name, formats, needs, List.of(causes), script);
  }

  /** What other checks name it by. */
  String key() {
    return rule + ": " + name;
  }

  /**
   * Whether it takes an answer in any format, because it checks the format itself or runs before
   * that check.
   */
  boolean takesAnyFormat() {
    return key().equals(Bases.NOBODY)
        || key().equals(Bases.FORMAT)
        || key().equals(Bases.ERROR_FORMAT);
  }

  /** Whether it is meaningless where lists come in another format than was asked for. */
  boolean needsListsInItsFormat() {
    return !takesAnyFormat() && !rule.equals("default-format") && !after.contains(Bases.ERROR);
  }
}

package io.tagginggateway.contract.verify;

import io.tagginggateway.contract.Rule;
import io.tagginggateway.core.request.Format;
import java.util.List;

/**
 * How one check ended.
 *
 * @param rule the rule it checks
 * @param name the check's own name
 * @param format the format it ran in
 * @param verdict how it ended
 * @param observations what it saw; the last one is the one that failed, if it failed
 * @param reason why it does not apply; else empty
 * @param millis how long it took
 */
public record Result(
    Rule rule,
    String name,
    Format format,
    Verdict verdict,
    List<Observation> observations,
    String reason,
    long millis) {

  /** A name that no other check of the run has. */
  public String title() {
    return rule.id() + ": " + name + " [" + format + "]";
  }
}

package io.tagginggateway.contract.verify;

import io.tagginggateway.contract.Rule;
import io.tagginggateway.core.request.Format;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one check ended.
 *
 * @param rule the rule it checks
 * @param name the check's own name
 * @param format the format it ran in
 * @param verdict how it ended
 * @param observations what it saw; the last one is the one that failed, if it failed
 * @param reason why it was not run or does not apply; else empty
 * @param exchange the request and the answer that failed it, or null
 * @param millis how long it took
 */
public record Result(
    Rule rule,
    String name,
    Format format,
    Verdict verdict,
    List<Observation> observations,
    String reason,
    @Nullable Exchange exchange,
    long millis) {

  /** A name that no other check of the run has. */
  public String title() {
    return rule.title() + ": " + name + " [" + format + "]";
  }

  /** What it saw last. */
  Observation last() {
    return observations.get(observations.size() - 1);
  }
}

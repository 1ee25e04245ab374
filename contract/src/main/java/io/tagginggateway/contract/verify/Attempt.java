package io.tagginggateway.contract.verify;

import io.tagginggateway.contract.Rule;
import io.tagginggateway.core.request.Format;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of one check in one format, for checks of any family of operations.
 *
 * @param rule the rule it checks
 * @param name the check's own name
 * @param format the format it runs in
 * @param observations what it has seen; a failure adds what it expected and got
 */
record Attempt(Rule rule, String name, Format format, List<Observation> observations) {

  /** It is not run. */
  Result without(Verdict verdict, String reason) {
    return new Result(rule, name, format, verdict, List.copyOf(observations), reason, null, 0);
  }

  /** It runs now. */
  Result run(Runnable script, Endpoint endpoint) {
    long start = System.nanoTime();
    Verdict verdict = Verdict.PASSED;
    String reason = "";
    try {
      script.run();
    } catch (CheckFailure e) {
      verdict = Verdict.FAILED;
      observations.add(new Observation(e.expected(), e.got()));
    } catch (NotApplicable e) {
      verdict = Verdict.NOT_APPLICABLE;
      reason = String.valueOf(e.getMessage());
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    return new Result(
        rule,
        name,
        format,
        verdict,
        List.copyOf(observations),
        reason,
        verdict == Verdict.FAILED ? endpoint.lastExchange() : null,
        millis);
  }
}

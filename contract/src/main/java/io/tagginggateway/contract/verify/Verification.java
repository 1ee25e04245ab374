package io.tagginggateway.contract.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Runs a contract and tells how it went. */
public final class Verification {
  /** Every check passed, or does not apply. */
  public static final int PASSED = 0;

  /** Some checks failed. */
  public static final int FAILED = 1;

  private Verification() {}

  /**
   * Runs the contract of a product and reports to nobody.
   *
   * @throws CannotRun if it could not be run
   */
  public static Outcome check(Target target) {
    Endpoint endpoint =
        new Endpoint(
            target.endpoint(), target.product().version(), target.credentials(), target.readOnly());
    return new Run(endpoint, target.product(), target.region()).run();
  }

  /**
   * Runs the contract of a product.
   *
   * @param report where the JUnit report goes, or null for none
   * @param json whether {@code out} gets JSON, and not text
   * @return the exit code
   * @throws CannotRun if it could not be run, or not be reported
   */
  public static int run(Target target, @Nullable Path report, boolean json, PrintWriter out) {
    Outcome outcome = check(target);
    try {
      if (json) {
        JsonReport.print(outcome, target, out);
      } else {
        TextReport.print(outcome, target, out);
      }
      out.flush();
      if (report != null) {
        JUnitReport.write(outcome, target, report);
      }
    } catch (IOException e) {
      throw new CannotRun("--report: cannot write: " + e);
    }
    return outcome.count(Verdict.FAILED) == 0 ? PASSED : FAILED;
  }
}

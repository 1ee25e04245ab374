package io.tagginggateway.contract.verify;

import io.tagginggateway.contract.Views;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.request.Format;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs a contract and tells how it went. */
public final class Verification {
  /** Every check passed, or does not apply. */
  public static final int PASSED = 0;

  /** Some checks failed. */
  public static final int FAILED = 1;

  private Verification() {}

  /** The formats of reports. */
  public enum Report {
    /** For a reader: what failed, by rule. */
    TEXT,
    /** One JSON object with every check. */
    JSON,
    /** JUnit XML with every check. */
    JUNIT
  }

  /**
   * Runs the contract of a product and reports to nobody.
   *
   * @throws CannotRun if it could not be run
   */
  public static Outcome check(Target target) {
    boolean view = !Views.of(target.product().product()).isEmpty();
    return view ? new ViewRun(target).run() : new Run(target).run();
  }

  /**
   * Runs the contract of a product.
   *
   * @param report where a JUnit report goes besides, or null for none
   * @param all whether the text tells of every check, and not of failed ones alone
   * @return the exit code
   * @throws CannotRun if it could not be run, or not be reported
   */
  public static int run(
      Target target, @Nullable Path report, Report format, boolean all, PrintWriter out) {
    Outcome outcome = check(target);
    try {
      switch (format) {
        case TEXT -> new TextReport(target, out).print(outcome, all);
        case JSON -> JsonReport.print(outcome, target, out);
        case JUNIT -> JUnitReport.write(outcome, target, out);
      }
      out.flush();
      if (report != null) {
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(report))) {
          JUnitReport.write(outcome, target, file);
        }
      }
    } catch (IOException e) {
      throw new CannotRun("--report: cannot write: " + e);
    }
    return outcome.count(Verdict.FAILED) == 0 ? PASSED : FAILED;
  }

  /** How many checks each rule of a product has, over both formats; rules without are left out. */
  public static Map<String, Integer> checksByRule(Product product) {
    Map<String, Integer> counts = new TreeMap<>();
    if (!Views.of(product).isEmpty()) {
      ViewChecks.checks(Views.of(product))
          .forEach(check -> counts.merge(check.rule(), Format.values().length, Integer::sum));
      return counts;
    }
    product.tagFamilies().stream()
        .flatMap(family -> Contract.ofTrio(family).stream())
        .forEach(check -> counts.merge(check.rule(), check.formats().size(), Integer::sum));
    for (Check check : Contract.ofProduct(product)) {
      counts.merge(check.rule(), check.formats().size(), Integer::sum);
    }
    return counts;
  }
}

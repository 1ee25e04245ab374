package io.tagginggateway.contract.verify;

import java.io.PrintWriter;
import java.util.Locale;

/** The outcome for a reader at a terminal. */
final class TextReport {
  private static final int LONGEST = 300;

  private TextReport() {}

  static void print(Outcome outcome, Target target, PrintWriter out) {
    for (Result result : outcome.results()) {
      out.println(
          mark(result.verdict())
              + " "
              + result.title()
              + " ("
              + result.rule().standing().name().toLowerCase(Locale.ROOT)
              + ") "
              + result.rule().text());
      if (!result.reason().isEmpty()) {
        out.println("         " + result.reason());
      }
      for (Observation observation : result.observations()) {
        out.println("         expected " + shown(observation.expected(), target));
        out.println("         got      " + shown(observation.got(), target));
      }
    }
    if (outcome.leftBehind() > 0) {
      out.println("Some of the resources made for the checks could not be removed.");
    }
    out.println(summary(outcome, target));
  }

  static String summary(Outcome outcome, Target target) {
    return String.format(
        Locale.ROOT,
        "%s at %s (%s): %d passed, %d failed, %d not applicable",
        target.product().code(),
        target.endpoint(),
        outcome.strict() ? "checks signatures" : "checks no signatures",
        outcome.count(Verdict.PASSED),
        outcome.count(Verdict.FAILED),
        outcome.count(Verdict.NOT_APPLICABLE));
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "ok      ";
      case FAILED -> "FAILED  ";
      case NOT_APPLICABLE -> "n/a     ";
    };
  }

  private static String shown(String text, Target target) {
    String line = target.credentials().mask(text).replaceAll("\\R", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}

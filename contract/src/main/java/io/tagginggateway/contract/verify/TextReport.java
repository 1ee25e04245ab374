package io.tagginggateway.contract.verify;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The outcome for a reader at a terminal: what failed, by rule and with causes before the checks
 * that depend on them; the same failure of several checks once.
 */
final class TextReport {
  private static final int LONGEST = 400;

  private final Target target;
  private final PrintWriter out;

  TextReport(Target target, PrintWriter out) {
    this.target = target;
    this.out = out;
  }

  /**
   * Prints an outcome.
   *
   * @param all whether to name every check, and not only failed ones
   */
  void print(Outcome outcome, boolean all) {
    if (all) {
      outcome.results().forEach(this::line);
    }
    Map<String, List<Result>> failed = new LinkedHashMap<>();
    for (Result result : outcome.results()) {
      if (result.verdict() == Verdict.FAILED) {
        failed.computeIfAbsent(result.rule().title(), title -> new ArrayList<>()).add(result);
      }
    }
    failed.values().forEach(this::rule);
    if (outcome.leftBehind() > 0) {
      out.println("Some of the resources made for the checks could not be removed.");
    }
    out.println(summary(outcome));
  }

  private void line(Result result) {
    String reason = result.reason().isEmpty() ? "" : " (" + result.reason() + ")";
    out.println(mark(result.verdict()) + " " + result.title() + reason);
  }

  private void rule(List<Result> failures) {
    Result first = failures.get(0);
    out.println(
        "FAILED "
            + first.rule().title()
            + " ("
            + first.rule().standingWord()
            + "): "
            + first.rule().text());
    Map<String, List<Result>> same = new LinkedHashMap<>();
    for (Result failure : failures) {
      String found = failure.last().expected() + "\n" + failure.last().got();
      same.computeIfAbsent(found, key -> new ArrayList<>()).add(failure);
    }
    same.values().forEach(this::failure);
    out.println();
  }

  private void failure(List<Result> same) {
    Result first = same.get(0);
    for (Result each : same) {
      out.println("  " + each.name() + " [" + each.format() + "]");
    }
    out.println("    expected " + shown(first.last().expected()));
    out.println("    got      " + shown(first.last().got()));
    Exchange exchange = first.exchange();
    if (exchange != null) {
      out.println("    request  " + target.credentials().mask(exchange.curl()));
      out.println("    answer");
      target.credentials().mask(exchange.answer()).lines().forEach(l -> out.println("      " + l));
    }
  }

  private String summary(Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "%s at %s (%s): %d passed, %d failed, %d not run after them, %d not applicable",
        target.product().head().title(),
        target.endpoint(),
        outcome.strict() ? "checks signatures" : "checks no signatures",
        outcome.count(Verdict.PASSED),
        outcome.count(Verdict.FAILED),
        outcome.count(Verdict.NOT_RUN),
        outcome.count(Verdict.NOT_APPLICABLE));
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "ok      ";
      case FAILED -> "FAILED  ";
      case NOT_RUN -> "not run ";
      case NOT_APPLICABLE -> "n/a     ";
    };
  }

  private String shown(String text) {
    String line = target.credentials().mask(text).replaceAll("\\R", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}

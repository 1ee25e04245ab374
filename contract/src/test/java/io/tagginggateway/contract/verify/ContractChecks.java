package io.tagginggateway.contract.verify;

/** How many checks the command {@code verify} has for a rule, over both formats. */
public final class ContractChecks {
  private ContractChecks() {}

  /** Their number. */
  public static long of(String rule) {
    return Contract.checks().stream()
        .filter(check -> check.rule().equals(rule))
        .mapToLong(check -> check.formats().size())
        .sum();
  }
}

package io.tagginggateway.contract.verify;

import java.util.List;
import java.util.stream.Stream;

/** All checks of a contract, in the order in which they run. */
final class Contract {
  private Contract() {}

  static List<Check> checks() {
    return Stream.of(
            EnvelopeChecks.checks(),
            ListChecks.checks(),
            PageChecks.checks(),
            FormatChecks.checks(),
            ChangeChecks.checks(),
            ErrorChecks.checks(),
            GatewayChecks.checks(),
            SigningChecks.checks())
        .flatMap(List::stream)
        .toList();
  }
}

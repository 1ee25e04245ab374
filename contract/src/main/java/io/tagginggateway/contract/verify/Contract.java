package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.TagFamily;
import java.util.List;
import java.util.stream.Stream;

/** All checks of a product, in the order in which they run: each after those that it depends on. */
final class Contract {
  private Contract() {}

  /** Checks of one trio of operations. */
  static List<Check> ofTrio(TagFamily family) {
    return Stream.of(
            BasicChecks.checks(family),
            EnvelopeChecks.checks(family),
            ErrorChecks.checks(family),
            ListChecks.checks(family),
            TextChecks.checks(family),
            PageChecks.checks(family),
            ChangeChecks.checks(family))
        .flatMap(List::stream)
        .toList();
  }

  /** Checks of what is the same for every trio, made with the first. */
  static List<Check> ofProduct(Product product) {
    return Stream.of(
            HeaderChecks.checks(),
            FormatChecks.checks(),
            SigningChecks.checks(product),
            GatewayChecks.checks(product))
        .flatMap(List::stream)
        .toList();
  }
}

package io.tagginggateway.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.StartedGateway;
import io.tagginggateway.contract.verify.Credentials;
import io.tagginggateway.contract.verify.Outcome;
import io.tagginggateway.contract.verify.Target;
import io.tagginggateway.contract.verify.Verdict;
import io.tagginggateway.contract.verify.Verification;
import io.tagginggateway.core.product.Product;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReadOnlyTest {
  static List<Product> modules() {
    return StartedGateway.products();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void sendsNothingButLists(Product product) throws IOException {
    try (StartedGateway gateway = new StartedGateway();
        SpoilingProxy proxy = new SpoilingProxy(gateway.uri(), UnaryOperator.identity())) {
      Credentials key = new Credentials("testid", "testsecret", null);
      Target target = new Target(proxy.uri(), product, key, "cn-hangzhou", true);

      Outcome outcome = Verification.check(target);

      assertThat(outcome.count(Verdict.FAILED)).isZero();
      assertThat(outcome.count(Verdict.PASSED)).isGreaterThan(50);
      assertThat(proxy.requests())
          .hasSizeGreaterThan(50)
          .noneMatch(request -> request.startsWith("PUT"))
          .noneMatch(request -> request.contains("Action=TagResources"))
          .noneMatch(request -> request.contains("Action=UntagResources"))
          .noneMatch(request -> request.contains("Action=NoSuchAction"));
      assertThat(outcome.results())
          .filteredOn(result -> result.reason().startsWith("read-only"))
          .hasSizeGreaterThan(40)
          .allMatch(result -> result.verdict() == Verdict.NOT_APPLICABLE);
    }
  }
}

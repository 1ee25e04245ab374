package io.tagginggateway.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.StartedGateway;
import io.tagginggateway.contract.verify.Credentials;
import io.tagginggateway.contract.verify.Outcome;
import io.tagginggateway.contract.verify.Target;
import io.tagginggateway.contract.verify.Verdict;
import io.tagginggateway.contract.verify.Verification;
import io.tagginggateway.core.product.ProductEntry;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReadOnlyTest {
  static List<ProductEntry> modules() {
    return Stream.of("VpcIpam", "CloudAPI", "Ecs", "Slb").map(StartedGateway::product).toList();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void sendsNothingButLists(ProductEntry product) throws IOException {
    try (StartedGateway gateway = new StartedGateway();
        SpoilingProxy proxy = new SpoilingProxy(gateway.uri(), UnaryOperator.identity())) {
      Credentials key = new Credentials("testid", "testsecret", null);
      Target target = new Target(proxy.uri(), product, key, "cn-hangzhou", true);

      Outcome outcome = Verification.check(target);

      String list = product.product().tagFamilies().get(0).names().list();
      assertThat(outcome.count(Verdict.FAILED)).isZero();
      assertThat(outcome.count(Verdict.PASSED)).isGreaterThan(50);
      // an ACS3 request names its action in a header
      assertThat(proxy.requests())
          .hasSizeGreaterThan(50)
          .anyMatch(request -> list.equals(request.headers().get("x-acs-action")))
          .allSatisfy(
              request -> {
                assertThat(request.method()).isIn("GET", "POST");
                assertThat(request.headers().getOrDefault("x-acs-action", list)).isEqualTo(list);
                assertThat(request.parameters().getOrDefault("Action", list)).isEqualTo(list);
                assertThat(request.action()).isEqualTo(list);
              });
      assertThat(outcome.results())
          .filteredOn(result -> result.reason().startsWith("read-only"))
          .hasSizeGreaterThan(30)
          .allMatch(result -> result.verdict() == Verdict.NOT_APPLICABLE);
    }
  }
}

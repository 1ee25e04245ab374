package io.tagginggateway.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.StartedGateway;
import io.tagginggateway.contract.verify.Outcome;
import io.tagginggateway.contract.verify.Verdict;
import io.tagginggateway.contract.verify.Verification;
import io.tagginggateway.core.product.ProductEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every rule that is checked there is a server that breaks it, and that rule's checks alone
 * fail.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BrokenServerTest {
  private static final Set<String> PRODUCTS = Set.of("VpcIpam", "CloudAPI", "Vpc", "Alb");

  private static BrokenServerRun run;

  @BeforeAll
  static void start() {
    run = new BrokenServerRun();
    for (ProductEntry product : products()) {
      broken(product).forEach(server -> run.add(product, server));
    }
  }

  @AfterAll
  static void stop() {
    run.close();
  }

  static List<ProductEntry> products() {
    return StartedGateway.products().stream()
        .filter(product -> PRODUCTS.contains(product.head().code()))
        .toList();
  }

  private static List<BrokenServer> broken(ProductEntry product) {
    List<BrokenServer> all = new ArrayList<>(BrokenFiles.of(product.product()));
    all.addAll(BrokenBehaviours.of(product.product()));
    all.addAll(BrokenGateways.of(product.product()));
    Set<String> checked = Verification.checksByRule(product.product()).keySet();
    return all.stream().filter(server -> checked.contains(server.rule())).toList();
  }

  static List<Arguments> servers() {
    List<Arguments> all = new ArrayList<>();
    for (ProductEntry product : products()) {
      broken(product).forEach(server -> all.add(Arguments.of(product.head().code(), server)));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("products")
  void everyRuleThatIsCheckedIsBrokenByAServer(ProductEntry product) {
    Set<String> broken =
        broken(product).stream()
            .map(BrokenServer::rule)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(broken).isEqualTo(Verification.checksByRule(product.product()).keySet());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("servers")
  void failsTheChecksOfItsRuleAndNoOther(String code, BrokenServer server) throws Exception {
    assertThat(failed(run.outcome(code, server))).containsExactly(server.rule());
  }

  private static Set<String> failed(Outcome outcome) {
    return outcome.results().stream()
        .filter(result -> result.verdict() == Verdict.FAILED)
        .map(result -> result.rule().id())
        .collect(Collectors.toSet());
  }
}

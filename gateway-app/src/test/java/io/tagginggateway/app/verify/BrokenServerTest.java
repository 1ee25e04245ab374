package io.tagginggateway.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.StartedGateway;
import io.tagginggateway.contract.verify.Credentials;
import io.tagginggateway.contract.verify.Outcome;
import io.tagginggateway.contract.verify.Target;
import io.tagginggateway.contract.verify.Verdict;
import io.tagginggateway.contract.verify.Verification;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
      broken(product)
          .forEach(server -> all.add(Arguments.of(product.head().code(), server, product)));
    }
    return all;
  }

  /** Rules that cannot hold where this one does not: a repeated id, or a filter, shows in both. */
  private static Stream<String> entailed(String rule) {
    return switch (rule) {
      case "error.DUPLICATE_RESOURCE_ID" -> Stream.of("repeated-ids");
      case "filtered-rows" -> Stream.of("ids-and-tags");
      default -> Stream.empty();
    };
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
  void failsTheChecksOfItsRuleAndNoOther(String code, BrokenServer server, ProductEntry product)
      throws Exception {
    SpoiledProduct spoiled = new SpoiledProduct(product);
    server.product().accept(spoiled);
    Map<String, String> settings =
        server.strict()
            ? Map.of("auth.mode", "strict", "products." + code + ".hosts", "127.0.0.1")
            : Map.of();
    try (StartedGateway gateway =
            new StartedGateway(replacing(product, spoiled.entry()), settings);
        SpoilingProxy proxy = new SpoilingProxy(gateway.uri(), server.behaviour().get())) {
      Outcome outcome = Verification.check(target(proxy.uri(), product));

      assertThat(failed(outcome)).contains(server.rule());
      assertThat(failed(outcome))
          .isSubsetOf(Stream.concat(Stream.of(server.rule()), entailed(server.rule())).toList());
    }
  }

  private static Products replacing(ProductEntry product, ProductEntry spoiled) {
    List<ProductEntry> all = new ArrayList<>(StartedGateway.products());
    all.replaceAll(each -> each == product ? spoiled : each);
    return new Products(all);
  }

  private static Set<String> failed(Outcome outcome) {
    return outcome.results().stream()
        .filter(result -> result.verdict() == Verdict.FAILED)
        .map(result -> result.rule().id())
        .collect(Collectors.toSet());
  }

  private static Target target(URI uri, ProductEntry product) {
    Credentials key = new Credentials("testid", "testsecret", null);
    return new Target(uri, product, key, "cn-hangzhou", false);
  }
}

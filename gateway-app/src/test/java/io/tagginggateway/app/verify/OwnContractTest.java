package io.tagginggateway.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.StartedGateway;
import io.tagginggateway.contract.verify.Credentials;
import io.tagginggateway.contract.verify.Outcome;
import io.tagginggateway.contract.verify.Target;
import io.tagginggateway.contract.verify.Verdict;
import io.tagginggateway.contract.verify.Verification;
import io.tagginggateway.core.product.ProductEntry;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** This gateway keeps the contracts that it holds others to. The whole catalogue is for .ci. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class OwnContractTest {
  private static final Credentials KEY = new Credentials("testid", "testsecret", null);
  private static final Credentials STS =
      new Credentials("sts.testid", "testsecret", "teststs/token+==");

  static List<ProductEntry> modules() {
    return Stream.of("VpcIpam", "CloudAPI", "Tag").map(StartedGateway::product).toList();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void lenient(ProductEntry product) {
    try (StartedGateway gateway = new StartedGateway()) {
      Outcome outcome = run(gateway.uri(), product, KEY);

      assertThat(outcome.strict()).isFalse();
      assertThat(of(outcome, Verdict.FAILED)).isEmpty();
      assertThat(of(outcome, Verdict.NOT_RUN)).isEmpty();
      assertThat(outcome.count(Verdict.PASSED)).isGreaterThan(100);
      assertThat(outcome.leftBehind()).isZero();
    }
  }

  /** An alias makes the host name the product, so that nothing depends on the version. */
  @ParameterizedTest
  @MethodSource("modules")
  void strict(ProductEntry product) {
    String alias = "products." + product.head().code() + ".hosts";
    try (StartedGateway gateway = new StartedGateway("auth.mode", "strict", alias, "localhost")) {
      URI uri = URI.create("http://localhost:" + gateway.port());
      for (Credentials credentials : List.of(KEY, STS)) {
        Outcome outcome = run(uri, product, credentials);

        assertThat(outcome.strict()).isTrue();
        assertThat(of(outcome, Verdict.FAILED)).isEmpty();
        assertThat(of(outcome, Verdict.NOT_RUN)).isEmpty();
        assertThat(of(outcome, Verdict.NOT_APPLICABLE))
            .as("only what the product has nothing of")
            .allMatch(title -> title.contains("BAD_NEXT_TOKEN") || title.contains("type-case"));
        assertThat(outcome.leftBehind()).isZero();
      }
    }
  }

  /**
   * ROA with JSON in the query and as the body; with a form; paged by number; RPC without pages; a
   * list alone; each with signatures, which the ROA style always has.
   */
  static List<ProductEntry> shapes() {
    return Stream.of("CS", "sae", "elasticsearch", "Edas", "cddc", "BPStudio", "oos", "cas")
        .map(StartedGateway::product)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyShapeOfRequestAndAnswer(ProductEntry product) {
    String alias = "products." + product.head().code() + ".hosts";
    try (StartedGateway gateway = new StartedGateway("auth.mode", "strict", alias, "localhost")) {
      URI uri = URI.create("http://localhost:" + gateway.port());
      Outcome outcome = run(uri, product, KEY);

      assertThat(of(outcome, Verdict.FAILED)).isEmpty();
      assertThat(of(outcome, Verdict.NOT_RUN)).isEmpty();
      assertThat(outcome.count(Verdict.PASSED)).isGreaterThan(30);
      assertThat(outcome.leftBehind()).isZero();
    }
  }

  private static Outcome run(URI uri, ProductEntry product, Credentials credentials) {
    Target target = new Target(uri, product, credentials, "cn-hangzhou", false);
    return Verification.check(target.among(StartedGateway.all()));
  }

  private static Set<String> of(Outcome outcome, Verdict verdict) {
    return outcome.results().stream()
        .filter(result -> result.verdict() == verdict)
        .map(result -> result.title() + " " + result.observations())
        .collect(Collectors.toSet());
  }
}

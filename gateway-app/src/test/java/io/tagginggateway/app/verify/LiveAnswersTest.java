package io.tagginggateway.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.StartedGateway;
import io.tagginggateway.app.verify.SpoilingProxy.Answer;
import io.tagginggateway.contract.testing.ContractSchemas;
import io.tagginggateway.contract.verify.Credentials;
import io.tagginggateway.contract.verify.Target;
import io.tagginggateway.contract.verify.Verification;
import io.tagginggateway.core.product.ProductEntry;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the gateway answers while its contract is checked is what the documents describe. */
final class LiveAnswersTest {
  static List<ProductEntry> modules() {
    return Stream.of("VpcIpam", "CloudAPI", "Vpc", "Ram", "Tag")
        .map(StartedGateway::product)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void answersAreValid(ProductEntry product) throws IOException {
    ContractSchemas schemas = ContractSchemas.of(product);
    try (StartedGateway gateway = new StartedGateway();
        SpoilingProxy proxy = new SpoilingProxy(gateway.uri(), UnaryOperator.identity())) {
      Credentials key = new Credentials("testid", "testsecret", null);
      Target target = new Target(proxy.uri(), product, key, "cn-hangzhou", false);
      Verification.check(target.among(StartedGateway.all()));

      assertThat(proxy.answers()).hasSizeGreaterThan(150);
      for (Answer answer : proxy.answers()) {
        assertThat(schemas.answer(product.product(), answer.status(), answer.body()))
            .as(answer.body())
            .isEmpty();
      }
    }
  }
}

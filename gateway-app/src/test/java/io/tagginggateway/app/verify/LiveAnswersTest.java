package io.tagginggateway.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.StartedGateway;
import io.tagginggateway.app.verify.SpoilingProxy.Answer;
import io.tagginggateway.contract.testing.ContractSchemas;
import io.tagginggateway.contract.verify.Credentials;
import io.tagginggateway.contract.verify.Target;
import io.tagginggateway.contract.verify.Verification;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.ProductEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the gateway answers while its contract is checked is what the documents describe. */
final class LiveAnswersTest {
  static List<ProductEntry> modules() {
    return Stream.of("VpcIpam", "CloudAPI", "Vpc", "Ram").map(StartedGateway::product).toList();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void answersAreValid(ProductEntry product) throws IOException {
    ContractSchemas schemas = ContractSchemas.of(product);
    try (StartedGateway gateway = new StartedGateway();
        SpoilingProxy proxy = new SpoilingProxy(gateway.uri(), UnaryOperator.identity())) {
      Credentials key = new Credentials("testid", "testsecret", null);
      Target target = new Target(proxy.uri(), product, key, "cn-hangzhou", false);
      Verification.check(target);

      assertThat(proxy.answers()).hasSizeGreaterThan(200);
      for (Answer answer : proxy.answers()) {
        assertThat(problem(schemas, product, answer)).as(answer.body()).isEmpty();
      }
    }
  }

  private static String problem(ContractSchemas schemas, ProductEntry product, Answer answer) {
    if (answer.body().startsWith("<")) {
      return schemas.xml(answer.body());
    }
    if (answer.status() != 200) {
      return schemas.json("Error" + answer.status(), answer.body());
    }
    // What is a list in one trio may be a change in no other: an answer is valid under its own.
    List<String> problems = new ArrayList<>();
    for (Operation operation : product.product().operations()) {
      String schema = operation.name() + (operation.reads() ? "Json" : "");
      String problem = schemas.json(schema, answer.body());
      if (problem.isEmpty()) {
        return "";
      }
      problems.add(problem);
    }
    return String.join("; ", problems);
  }
}

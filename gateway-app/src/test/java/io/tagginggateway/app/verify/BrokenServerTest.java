package io.tagginggateway.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.StartedGateway;
import io.tagginggateway.app.verify.SpoilingProxy.Answer;
import io.tagginggateway.contract.verify.Credentials;
import io.tagginggateway.contract.verify.Outcome;
import io.tagginggateway.contract.verify.Target;
import io.tagginggateway.contract.verify.Verdict;
import io.tagginggateway.contract.verify.Verification;
import io.tagginggateway.core.product.Product;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that breaks one rule fails the checks of that rule, and no other. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BrokenServerTest {
  private static StartedGateway gateway;

  record Broken(String how, String product, UnaryOperator<Answer> spoil, Set<String> failing) {
    @Override
    public String toString() {
      return how + " (" + product + ")";
    }
  }

  @BeforeAll
  static void start() {
    gateway = new StartedGateway();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  static List<Broken> broken() {
    return List.of(
        broken("nothing", "CloudAPI", answer -> answer),
        broken(
            "flat where nested",
            "CloudAPI",
            BrokenServerTest::flat,
            "envelope-json [JSON]",
            "envelope-xml [XML]",
            "empty-list [JSON]",
            "empty-list [XML]"),
        broken(
            "nested where flat",
            "VpcIpam",
            BrokenServerTest::nested,
            "envelope-json [JSON]",
            "empty-list [JSON]"),
        broken(
            "no -1",
            "CloudAPI",
            replacing("\"NextToken\":\"-1\"", "\"NextToken\":\"\""),
            "end-token [JSON]"),
        broken(
            "-1 where empty",
            "VpcIpam",
            replacing("<NextToken></NextToken>", "<NextToken>-1</NextToken>"),
            "end-token [XML]"),
        broken(
            "no NextToken at the end",
            "VpcIpam",
            replacing("\"NextToken\":\"\",", ""),
            "end-token [JSON]",
            "envelope-json [JSON]",
            "empty-list [JSON]"),
        broken(
            "wrong status of one error",
            "CloudAPI",
            answer -> answer.body().contains("MissingResourceType") ? answer.status(200) : answer,
            "error.NO_RESOURCE_TYPE [JSON]",
            "error.NO_RESOURCE_TYPE [XML]"),
        broken(
            "wrong message of one error",
            "VpcIpam",
            replacing("TagKey duplicate.", "TagKey is duplicate."),
            "error.DUPLICATE_KEY [JSON]",
            "error.DUPLICATE_KEY [XML]"),
        broken(
            "wrong content type",
            "VpcIpam",
            answer ->
                answer.body().startsWith("{")
                    ? answer.header("content-type", "application/json")
                    : answer,
            "content-type [JSON]"),
        broken(
            "no request id in the headers",
            "CloudAPI",
            answer -> answer.header("x-acs-request-id", null),
            "request-id [JSON]",
            "request-id [XML]"),
        broken(
            "no trace id",
            "VpcIpam",
            answer -> answer.header("x-acs-trace-id", null),
            "response-headers [JSON]",
            "response-headers [XML]"),
        broken(
            "no ResourceType in the rows",
            "VpcIpam",
            answer ->
                answer.body(
                    answer
                        .body()
                        .replaceAll(
                            "(\"ResourceId\":\"[^\"]*\"),\"ResourceType\":\"[^\"]*\"", "$1")),
            "envelope-json [JSON]",
            "type-case [JSON]"),
        broken(
            "another order of fields",
            "CloudAPI",
            answer ->
                answer.body(
                    answer
                        .body()
                        .replaceAll("(\"PageSize\":[0-9]+),(\"NextToken\":\"[^\"]*\")", "$2,$1")),
            "field-order-json [JSON]"),
        broken(
            "line breaks in XML",
            "CloudAPI",
            answer -> answer.body(answer.body().replace("><T", ">\n<T")),
            "xml-frame [XML]"),
        broken(
            "no HostId",
            "VpcIpam",
            answer -> answer.body(answer.body().replaceAll("\"HostId\":\"[^\"]*\",", "")),
            "host-id [JSON]",
            "error-body-json [JSON]"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void failsTheChecksOfItsRuleAndNoOther(Broken broken) throws IOException {
    Product product = StartedGateway.product(broken.product());
    try (SpoilingProxy proxy = new SpoilingProxy(gateway.uri(), broken.spoil())) {
      Credentials key = new Credentials("testid", "testsecret", null);
      Target target = new Target(proxy.uri(), product, key, "cn-hangzhou", false);

      Outcome outcome = Verification.check(target);

      Set<String> failed =
          outcome.results().stream()
              .filter(result -> result.verdict() == Verdict.FAILED)
              .map(result -> result.rule().id() + " [" + result.format() + "]")
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(failed).isEqualTo(new TreeSet<>(broken.failing()));
    }
  }

  private static Broken broken(
      String how, String product, UnaryOperator<Answer> spoil, String... failing) {
    return new Broken(how, product, spoil, Set.of(failing));
  }

  private static UnaryOperator<Answer> replacing(String text, String other) {
    return answer -> answer.body(answer.body().replace(text, other));
  }

  private static Answer flat(Answer answer) {
    String json =
        answer
            .body()
            .replace("\"TagResources\":{\"TagResource\":[", "\"TagResources\":[")
            .replace("]}}", "]}");
    return answer.body(
        json.replaceAll("</?TagResources>", "").replace("TagResource>", "TagResources>"));
  }

  private static Answer nested(Answer answer) {
    return answer.body(
        answer
            .body()
            .replace("\"TagResources\":[", "\"TagResources\":{\"TagResource\":[")
            .replace("],\"NextToken\"", "]},\"NextToken\""));
  }
}

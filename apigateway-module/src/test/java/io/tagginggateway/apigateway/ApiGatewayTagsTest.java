package io.tagginggateway.apigateway;

import static io.tagginggateway.core.testing.Queries.ids;
import static io.tagginggateway.core.testing.Queries.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.testing.ProductUnderTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which keys and values are allowed; lengths count characters and not UTF-16. */
class ApiGatewayTagsTest {
  private static final String COMMON = "&ResourceType=apiGroup" + ids(1);

  private static final String BAD_KEY =
      "400 InvalidTagKey: The specified parameter TagKey value is not valid.";

  private final ProductUnderTest product =
      new ProductUnderTest("CloudAPI", ServiceSettings.DEFAULT);

  static Stream<String> keys() {
    return Stream.of(
        "",
        "a",
        "1",
        "_",
        "a b",
        "a:b/c@d",
        "环境",
        "😀",
        "xaliyun",
        "acs",
        "http",
        "a".repeat(128),
        "环".repeat(128),
        "😀".repeat(128));
  }

  @ParameterizedTest
  @MethodSource
  void keys(String key) {
    String tag = parameter("Tag.1.Key", key);
    assertThat(product.ask("TagResources" + COMMON + tag).error()).isEqualTo("200");
    assertThat(product.ask("ListTagResources" + COMMON + tag).rows())
        .containsExactly("apiGroup/r1 " + key + "=");
    String untag = parameter("TagKey.1", key);
    assertThat(product.ask("UntagResources" + COMMON + untag).error()).isEqualTo("200");
    assertThat(product.ask("ListTagResources" + COMMON).rows()).isEmpty();
  }

  /** Keys that only the system sets, or nobody any more: they may be asked for. */
  static Stream<String> keysToAskFor() {
    return Stream.of("aliyun", "aliyunOwner", "acs:", "acs:rm:rgId", "http://a", "ahttps://b");
  }

  @ParameterizedTest
  @MethodSource
  void keysToAskFor(String key) {
    String tag = parameter("Tag.1.Key", key);
    assertThat(product.ask("ListTagResources" + COMMON + tag).error()).isEqualTo("200");
    assertThat(product.ask("TagResources" + COMMON + tag).error()).isEqualTo(BAD_KEY);
    String untag = parameter("TagKey.1", key);
    assertThat(product.ask("UntagResources" + COMMON + untag).error()).isEqualTo(BAD_KEY);
  }

  static Stream<String> badKeys() {
    return Stream.of("\0", "a\u0001", "\ufffe", "a".repeat(129), "环".repeat(129), "😀".repeat(129));
  }

  @ParameterizedTest
  @MethodSource
  void badKeys(String key) {
    String tag = parameter("Tag.1.Key", key);
    assertThat(product.ask("ListTagResources" + COMMON + tag).error()).isEqualTo(BAD_KEY);
    assertThat(product.ask("TagResources" + COMMON + tag).error()).isEqualTo(BAD_KEY);
    String untag = parameter("TagKey.1", key);
    assertThat(product.ask("UntagResources" + COMMON + untag).error()).isEqualTo(BAD_KEY);
  }

  static Stream<String> values() {
    return Stream.of(
        "",
        "a",
        "a b",
        "环境",
        "<&>\"'",
        "😀",
        "aliyun",
        "acs:x",
        "http:/",
        "\t",
        "v".repeat(128),
        "😀".repeat(128));
  }

  @ParameterizedTest
  @MethodSource
  void values(String value) {
    String tag = "&Tag.1.Key=k" + parameter("Tag.1.Value", value);
    assertThat(product.ask("TagResources" + COMMON + tag).error()).isEqualTo("200");
    assertThat(product.ask("ListTagResources" + COMMON + tag).rows())
        .containsExactly("apiGroup/r1 k=" + value);
  }

  static Stream<String> badValues() {
    return Stream.of(
        "http://", "see https://x", "\0", "\u001f", "\ufffe", "v".repeat(129), "😀".repeat(129));
  }

  @ParameterizedTest
  @MethodSource
  void badValues(String value) {
    String error = "400 InvalidTagValue: The specified parameter TagValue value is not valid.";
    String tag = "&Tag.1.Key=k" + parameter("Tag.1.Value", value);
    assertThat(product.ask("ListTagResources" + COMMON + tag).error()).isEqualTo(error);
    assertThat(product.ask("TagResources" + COMMON + tag).error()).isEqualTo(error);
  }
}

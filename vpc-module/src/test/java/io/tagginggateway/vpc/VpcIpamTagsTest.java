package io.tagginggateway.vpc;

import static io.tagginggateway.core.testing.Queries.ids;
import static io.tagginggateway.core.testing.Queries.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.testing.ProductUnderTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which keys and values are allowed; lengths count characters and not UTF-16. */
class VpcIpamTagsTest {
  private static final String COMMON = "&RegionId=cn-hangzhou&ResourceType=IPAM" + ids(1);

  private final ProductUnderTest product = new ProductUnderTest("VpcIpam", ServiceSettings.DEFAULT);

  static Stream<String> keys() {
    return Stream.of(
        "a",
        "Z",
        "FinanceDept",
        "a0._-",
        "环境",
        "环境-1.a_b",
        "a环",
        "aliyu",
        "acs",
        "xaliyun",
        "http",
        "a".repeat(64),
        "环".repeat(64),
        "𠀀".repeat(64));
  }

  @ParameterizedTest
  @MethodSource
  void keys(String key) {
    String tag = parameter("Tag.1.Key", key);
    assertThat(product.ask("TagResources" + COMMON + tag).error()).isEqualTo("200");
    assertThat(product.ask("ListTagResources" + COMMON + tag).rows())
        .containsExactly("IPAM/r1 " + key + "=");
    String untag = parameter("TagKey.1", key);
    assertThat(product.ask("UntagResources" + COMMON + untag).error()).isEqualTo("200");
    assertThat(product.ask("ListTagResources" + COMMON).rows()).isEmpty();
  }

  static Stream<String> badKeys() {
    return Stream.of(
        "",
        "1a",
        "_a",
        "-a",
        ".a",
        " a",
        "a b",
        "a:b",
        "a/b",
        "a@b",
        "a*",
        "😀",
        "a😀",
        "a\u0001",
        "aliyun",
        "aliyunOwner",
        "acs:",
        "acs:rm:rgId",
        "http://a",
        "ahttps://b",
        "a".repeat(65),
        "环".repeat(65),
        "𠀀".repeat(65));
  }

  @ParameterizedTest
  @MethodSource
  void badKeys(String key) {
    String error = "400 IllegalParam.TagKey: The input parameter TagKey is invalid.";
    String tag = parameter("Tag.1.Key", key);
    assertThat(product.ask("ListTagResources" + COMMON + tag).error()).isEqualTo(error);
    assertThat(product.ask("TagResources" + COMMON + tag).error()).isEqualTo(error);
    String untag = parameter("TagKey.1", key);
    assertThat(product.ask("UntagResources" + COMMON + untag).error()).isEqualTo(error);
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
        .containsExactly("IPAM/r1 k=" + value);
  }

  static Stream<String> badValues() {
    return Stream.of(
        "http://", "see https://x", "\0", "\u001f", "\ufffe", "v".repeat(129), "😀".repeat(129));
  }

  @ParameterizedTest
  @MethodSource
  void badValues(String value) {
    String error = "400 IllegalParam.TagValue: The input parameter TagValue is invalid.";
    String tag = "&Tag.1.Key=k" + parameter("Tag.1.Value", value);
    assertThat(product.ask("ListTagResources" + COMMON + tag).error()).isEqualTo(error);
    assertThat(product.ask("TagResources" + COMMON + tag).error()).isEqualTo(error);
  }
}

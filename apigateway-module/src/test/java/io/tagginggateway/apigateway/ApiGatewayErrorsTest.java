package io.tagginggateway.apigateway;

import static io.tagginggateway.core.testing.Queries.ids;
import static io.tagginggateway.core.testing.Queries.parameter;
import static io.tagginggateway.core.testing.Queries.tagKeys;
import static io.tagginggateway.core.testing.Queries.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.testing.ProductUnderTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 6 of the dialect reference: each row of the product's table, by its name. */
class ApiGatewayErrorsTest {
  private static final String LIST = "ListTagResources&ResourceType=apiGroup";
  private static final String TAG = "TagResources&ResourceType=apiGroup";
  private static final String UNTAG = "UntagResources&ResourceType=apiGroup";

  private static final String NO_TYPE =
      "400 MissingResourceType: The ResourceType is mandatory for this action.";
  private static final String BAD_TYPE =
      "400 InvalidResourceType: The specified parameter ResourceType value is not valid.";
  private static final String TOO_MANY_IDS =
      "400 ExceedLimitResourceId: The specified ResourceId count exceeds the limit.";
  private static final String TOO_MANY_TAGS =
      "400 ExceedLimitTag: The specified Tag count exceeds the limit.";
  private static final String NO_IDS =
      "400 MissingResourceId: The ResourceId is mandatory for this action.";
  private static final String NO_TAGS = "400 MissingTag: The Tag is mandatory for this action.";
  private static final String NO_KEY =
      "400 InvalidParameter.TagKey: The specified parameter TagKey value is not valid.";
  private static final String DUPLICATE =
      "400 DuplicateTagKey: The specified parameter TagKey value is duplicate.";
  private static final String BAD_KEY =
      "400 InvalidTagKey: The specified parameter TagKey value is not valid.";
  private static final String BAD_VALUE =
      "400 InvalidTagValue: The specified parameter TagValue value is not valid.";
  private static final String BAD_ID =
      "400 InvalidResourceId: The specified parameter ResourceId value is not valid.";
  private static final String BAD_TOKEN =
      "400 InvalidNextToken: The specified parameter NextToken value is not valid.";

  private final ProductUnderTest product =
      new ProductUnderTest("CloudAPI", ServiceSettings.DEFAULT);

  static Stream<Arguments> table() {
    return Stream.of(
        arguments("no ResourceType, list", "ListTagResources" + ids(1), NO_TYPE),
        arguments("no ResourceType, tag", "TagResources" + ids(1) + tags(1), NO_TYPE),
        arguments("no ResourceType, untag", "UntagResources" + ids(1), NO_TYPE),
        arguments("an empty ResourceType", "ListTagResources&ResourceType=", NO_TYPE),
        arguments("unknown ResourceType", "TagResources&ResourceType=IPAM", BAD_TYPE),
        arguments("> 50 ids, list", LIST + ids(51), TOO_MANY_IDS),
        arguments("> 50 ids, tag", TAG + ids(51) + tags(1), TOO_MANY_IDS),
        arguments("> 50 ids, untag", UNTAG + ids(51), TOO_MANY_IDS),
        arguments("> 20 tags, list", LIST + tags(21), TOO_MANY_TAGS),
        arguments("> 20 tags, tag", TAG + ids(1) + tags(21), TOO_MANY_TAGS),
        arguments("> 20 tags, untag", UNTAG + ids(1) + tagKeys(21), TOO_MANY_TAGS),
        arguments("list: neither ids nor tags", LIST, NO_IDS),
        arguments("list: an empty id alone", LIST + "&ResourceId.1=", NO_IDS),
        arguments("tag: no ids", TAG + tags(1), NO_IDS),
        arguments("untag: no ids", UNTAG + tagKeys(1), NO_IDS),
        arguments("tag: no tags", TAG + ids(1), NO_TAGS),
        arguments("the same key twice, list", LIST + "&Tag.1.Key=k&Tag.2.Key=k", DUPLICATE),
        arguments("the same key twice, tag", TAG + ids(1) + "&Tag.1.Key=k&Tag.3.Key=k", DUPLICATE),
        arguments(
            "the same key twice, untag", UNTAG + ids(1) + "&TagKey.1=k&TagKey.2=k", DUPLICATE),
        arguments("an illegal key", TAG + ids(1) + "&Tag.1.Key=acs:x", BAD_KEY),
        arguments("a Value without Key, list", LIST + "&Tag.1.Value=v", NO_KEY),
        arguments("a Value without Key, beside ids", LIST + ids(1) + "&Tag.1.Value=", NO_KEY),
        arguments("a Value without Key, tag", TAG + ids(1) + tags(1) + "&Tag.2.Value=v", NO_KEY),
        arguments("an illegal value", TAG + ids(1) + "&Tag.1.Key=k&Tag.1.Value=http://", BAD_VALUE),
        arguments("an id that XML cannot carry", LIST + "&ResourceId.1=%01", BAD_ID),
        arguments("a NextToken never issued", LIST + ids(1) + "&NextToken=x", BAD_TOKEN),
        arguments("the end mark sent back", LIST + ids(1) + "&NextToken=-1", BAD_TOKEN));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void table(String when, String query, String error) {
    assertThat(product.ask(query).error()).isEqualTo(error);
  }

  static Stream<Arguments> order() {
    return Stream.of(
        arguments("ResourceType before sizes", "ListTagResources" + ids(51), NO_TYPE),
        arguments("ids before tags", LIST + ids(51) + tags(21), TOO_MANY_IDS),
        arguments("sizes before presence", TAG + tags(21), TOO_MANY_TAGS),
        arguments("ids missing before tags missing", TAG, NO_IDS),
        arguments("presence before keys", TAG + "&Tag.1.Value=v", NO_IDS),
        arguments(
            "keys before values",
            LIST + parameter("Tag.1.Key", "k".repeat(129)) + "&Tag.1.Value=http://",
            BAD_KEY),
        arguments(
            "values before paging",
            LIST + "&Tag.1.Key=k&Tag.1.Value=http://&NextToken=x",
            BAD_VALUE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void order(String what, String query, String error) {
    assertThat(product.ask(query).error()).isEqualTo(error);
  }

  @Test
  void asManyAsAllowedAreTaken() {
    assertThat(product.ask(TAG + ids(50) + tags(20)).error()).isEqualTo("200");
    assertThat(product.ask(LIST + ids(50) + tags(20)).rows()).hasSize(1000);
    assertThat(product.ask(LIST + ids(50) + "&ResourceId.51=r1&ResourceId.52=").error())
        .isEqualTo("200");
    assertThat(product.ask(UNTAG + ids(50) + tagKeys(20)).error()).isEqualTo("200");
  }

  @Test
  void moreThan20TagsOnOneResource() {
    product.ask(TAG + ids(1) + tags(20));
    assertThat(product.ask(TAG + "&ResourceId.1=new&ResourceId.2=r1&Tag.1.Key=more").error())
        .isEqualTo(TOO_MANY_TAGS);
    assertThat(product.ask(TAG + ids(1) + "&Tag.1.Key=k1&Tag.1.Value=again").error())
        .isEqualTo("200");
    assertThat(product.ask(LIST + "&Tag.1.Key=more").rows()).isEmpty();
  }

  @Test
  void aNextTokenOfAnotherQuery() {
    ProductUnderTest paged = product.restarted(new ServiceSettings(1, false));
    paged.ask(TAG + ids(2) + tags(2));
    String token = paged.ask(LIST + ids(2)).text("NextToken");
    assertThat(paged.ask(LIST + ids(2) + parameter("NextToken", token)).error()).isEqualTo("200");
    for (String other : new String[] {ids(1), ids(2) + tags(1), tags(1)}) {
      assertThat(paged.ask(LIST + other + parameter("NextToken", token)).error())
          .isEqualTo(BAD_TOKEN);
    }
    assertThat(paged.ask(LIST + ids(2) + parameter("NextToken", token + "x")).error())
        .isEqualTo(BAD_TOKEN);
  }

  @Test
  void aResourceThatWasNeverDeclared() {
    ProductUnderTest declared = product.restarted(new ServiceSettings(0, true));
    String error =
        "400 NotFoundResourceId: Cannot find resource according to your specified ResourceId.";
    assertThat(declared.ask(TAG + ids(1) + tags(1)).error()).isEqualTo(error);
    assertThat(declared.ask(UNTAG + ids(1) + "&All=true").error()).isEqualTo(error);
    assertThat(declared.ask(LIST + ids(1)).error()).isEqualTo("200");
  }
}

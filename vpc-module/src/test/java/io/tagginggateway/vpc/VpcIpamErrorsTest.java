package io.tagginggateway.vpc;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 6 of the dialect reference: each row of the product's table, by its name. */
class VpcIpamErrorsTest {
  private static final String REGION = "&RegionId=cn-hangzhou";
  private static final String LIST = "ListTagResources" + REGION + "&ResourceType=IPAM";
  private static final String TAG = "TagResources" + REGION + "&ResourceType=IPAM";
  private static final String UNTAG = "UntagResources" + REGION + "&ResourceType=IPAM";

  private static final String NO_TYPE =
      "400 MissingParameter.ResourceType: The input parameter ResourceType that is mandatory for"
          + " processing this request is not supplied.";
  private static final String BAD_TYPE =
      "400 IllegalParam.ResourceType: The input parameter ResourceType is invalid.";
  private static final String TOO_MANY_IDS =
      "400 IllegalParamSize.ResourceIds: The number of Param ResourceIds exceeded the limit.";
  private static final String TOO_MANY_TAGS =
      "400 IllegalParamSize.Tags: The number of Parameter Tags exceeded the limit.";
  private static final String NEITHER =
      "400 MissingParameter.TagsAndResourceIds: The input parameter Tags and ResourceIds that is"
          + " mandatory for processing this request is not supplied.";
  private static final String NO_IDS =
      "400 MissingParameter.ResourceIds: The input parameter ResourceIds that is mandatory for"
          + " processing this request is not supplied.";
  private static final String NO_TAGS =
      "400 MissingParameter.Tags: The input parameter Tags that is mandatory for processing this"
          + " request is not supplied.";
  private static final String DUPLICATE = "400 DuplicatedParam.TagKey: TagKey duplicate.";
  private static final String BAD_KEY =
      "400 IllegalParam.TagKey: The input parameter TagKey is invalid.";
  private static final String NO_KEY =
      "400 MissingParameter.TagKey: The input parameter TagKey that is mandatory for processing"
          + " this request is not supplied.";
  private static final String SAME_ID =
      "400 DuplicatedParam.ResourceIds: The parameter of ResourceIds contains duplicate values.";
  private static final String BAD_VALUE =
      "400 IllegalParam.TagValue: The input parameter TagValue is invalid.";
  private static final String BAD_ID =
      "400 IllegalParam.ResourceId: The input parameter ResourceId is invalid.";
  private static final String BAD_MAX_RESULTS =
      "400 IllegalParam.MaxResults: The input parameter MaxResults is invalid.";
  private static final String BAD_TOKEN =
      "400 IllegalParam.NextToken: The input parameter NextToken is invalid.";
  private static final String TOO_MANY_ON_RESOURCE =
      "400 QuotaExceeded.TagsPerResource: The number of tags of the resource exceeds the limit.";

  private final ProductUnderTest product = new ProductUnderTest("VpcIpam", ServiceSettings.DEFAULT);

  static Stream<Arguments> table() {
    return Stream.of(
        arguments("no ResourceType, list", "ListTagResources" + REGION + ids(1), NO_TYPE),
        arguments("no ResourceType, tag", "TagResources" + REGION + ids(1) + tags(1), NO_TYPE),
        arguments("no ResourceType, untag", "UntagResources" + REGION + ids(1), NO_TYPE),
        arguments("an empty ResourceType", "ListTagResources" + REGION + "&ResourceType=", NO_TYPE),
        arguments("unknown ResourceType", "TagResources" + REGION + "&ResourceType=VPC", BAD_TYPE),
        arguments("> 50 ids, list", LIST + ids(51), TOO_MANY_IDS),
        arguments("> 50 ids, tag", TAG + ids(51) + tags(1), TOO_MANY_IDS),
        arguments("> 50 ids, untag", UNTAG + ids(51), TOO_MANY_IDS),
        arguments("> 20 tags, list", LIST + tags(21), TOO_MANY_TAGS),
        arguments("> 20 tags, tag", TAG + ids(1) + tags(21), TOO_MANY_TAGS),
        arguments("> 20 tags, untag", UNTAG + ids(1) + tagKeys(21), TOO_MANY_TAGS),
        arguments("list: neither ids nor tags", LIST, NEITHER),
        arguments("list: an empty id alone", LIST + "&ResourceId.1=", NEITHER),
        arguments("tag: no ids", TAG + tags(1), NO_IDS),
        arguments("untag: no ids", UNTAG + tagKeys(1), NO_IDS),
        arguments("tag: no tags", TAG + ids(1), NO_TAGS),
        arguments("the same key twice, list", LIST + "&Tag.1.Key=k&Tag.2.Key=k", DUPLICATE),
        arguments("the same key twice, tag", TAG + ids(1) + "&Tag.1.Key=k&Tag.3.Key=k", DUPLICATE),
        arguments(
            "the same key twice, untag", UNTAG + ids(1) + "&TagKey.1=k&TagKey.2=k", DUPLICATE),
        arguments("an empty key", LIST + "&Tag.1.Key=&Tag.1.Value=v", BAD_KEY),
        arguments("a Value without Key, list", LIST + "&Tag.1.Value=v", BAD_KEY),
        arguments("a Value without Key, beside ids", LIST + ids(1) + "&Tag.1.Value=", BAD_KEY),
        arguments("a Value without Key, tag", TAG + ids(1) + tags(1) + "&Tag.2.Value=v", NO_KEY),
        arguments("the same id twice, tag", TAG + ids(1) + "&ResourceId.2=r1" + tags(1), SAME_ID),
        arguments("the same id twice, untag", UNTAG + ids(1) + "&ResourceId.2=r1", SAME_ID),
        arguments("an illegal value", TAG + ids(1) + "&Tag.1.Key=k&Tag.1.Value=http://", BAD_VALUE),
        arguments("an id that XML cannot carry", LIST + "&ResourceId.1=%01", BAD_ID),
        arguments("MaxResults below 1", LIST + ids(1) + "&MaxResults=0", BAD_MAX_RESULTS),
        arguments("MaxResults above 50", LIST + ids(1) + "&MaxResults=51", BAD_MAX_RESULTS),
        arguments("MaxResults not whole", LIST + ids(1) + "&MaxResults=1.5", BAD_MAX_RESULTS),
        arguments("MaxResults no number", LIST + ids(1) + "&MaxResults=ten", BAD_MAX_RESULTS),
        arguments("a NextToken never issued", LIST + ids(1) + "&NextToken=x", BAD_TOKEN),
        arguments("the other product's end mark", LIST + ids(1) + "&NextToken=-1", BAD_TOKEN),
        arguments(
            "no RegionId",
            "ListTagResources&ResourceType=IPAM",
            "400 MissingRegionId: RegionId is mandatory for this action."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void table(String when, String query, String error) {
    assertThat(product.ask(query).error()).isEqualTo(error);
  }

  static Stream<Arguments> order() {
    return Stream.of(
        arguments("ResourceType before sizes", "ListTagResources" + REGION + ids(51), NO_TYPE),
        arguments("ids before tags", LIST + ids(51) + tags(21), TOO_MANY_IDS),
        arguments("sizes before presence", TAG + tags(21), TOO_MANY_TAGS),
        arguments("ids missing before tags missing", TAG, NO_IDS),
        arguments("presence before keys", TAG + "&Tag.1.Value=v", NO_IDS),
        arguments("keys before values", LIST + "&Tag.1.Key=1&Tag.1.Value=http://", BAD_KEY),
        arguments(
            "values before paging",
            LIST + "&Tag.1.Key=k&Tag.1.Value=http://&MaxResults=0",
            BAD_VALUE),
        arguments(
            "MaxResults before NextToken",
            LIST + ids(1) + "&MaxResults=0&NextToken=x",
            BAD_MAX_RESULTS));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void order(String what, String query, String error) {
    assertThat(product.ask(query).error()).isEqualTo(error);
  }

  @Test
  void asManyAsAllowedAreTaken() {
    assertThat(product.ask(TAG + ids(50) + tags(20)).error()).isEqualTo("200");
    assertThat(product.ask(LIST + ids(50) + tags(20) + "&MaxResults=50").rows()).hasSize(50);
    assertThat(product.ask(LIST + ids(50) + "&ResourceId.51=r1&ResourceId.52=").error())
        .isEqualTo("200");
    assertThat(product.ask(UNTAG + ids(50) + tagKeys(20)).error()).isEqualTo("200");
  }

  @Test
  void moreThan20TagsOnOneResource() {
    product.ask(TAG + ids(1) + tags(20));
    assertThat(product.ask(TAG + "&ResourceId.1=new&ResourceId.2=r1&Tag.1.Key=more").error())
        .isEqualTo(TOO_MANY_ON_RESOURCE);
    assertThat(product.ask(TAG + ids(1) + "&Tag.1.Key=k1&Tag.1.Value=again").error())
        .isEqualTo("200");
    assertThat(product.ask(LIST + "&Tag.1.Key=more").rows()).isEmpty();
  }

  @Test
  void aNextTokenOfAnotherQuery() {
    product.ask(TAG + ids(1) + tags(2));
    String token = product.ask(LIST + ids(1) + "&MaxResults=1").text("NextToken");
    assertThat(product.ask(LIST + ids(1) + parameter("NextToken", token)).error()).isEqualTo("200");
    for (String other : new String[] {ids(2), ids(1) + tags(1), tags(1)}) {
      assertThat(product.ask(LIST + other + parameter("NextToken", token)).error())
          .isEqualTo(BAD_TOKEN);
    }
    assertThat(product.ask(LIST + ids(1) + parameter("NextToken", token + "x")).error())
        .isEqualTo(BAD_TOKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "IPAM, 400 ResourceNotFound.Ipam: The specified resource of ipam is not found.",
    "IPAMSCOPE, 400 ResourceNotFound.IpamScope: The specified resource of IPAM scope is not found.",
    "ipampool, 404 ResourceNotFound.IpamPool: The dependent IPAM pool is not found.",
    "IPAMRESOURCEDISCOVERY, 400 ResourceNotFound.IpamResourceDiscovery: The specified resource of"
        + " IPAM resource discovery is not found."
  })
  void aResourceThatWasNeverDeclared(String type, String error) {
    ProductUnderTest declared = product.restarted(new ServiceSettings(0, true));
    String rest = REGION + ids(1) + "&ResourceType=" + type;
    assertThat(declared.ask("TagResources" + rest + tags(1)).error()).isEqualTo(error);
    assertThat(declared.ask("UntagResources" + rest + "&All=true").error()).isEqualTo(error);
    assertThat(declared.ask("ListTagResources" + rest).error()).isEqualTo("200");
  }
}

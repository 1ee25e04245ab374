package io.tagginggateway.apigateway;

import static io.tagginggateway.core.testing.Queries.ids;
import static io.tagginggateway.core.testing.Queries.tags;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.RegionRule;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.product.file.ProductBundle;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.testing.ProductUnderTest;
import io.tagginggateway.core.testing.product.ProductContract;
import io.tagginggateway.core.testing.product.ProductSample;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiGatewayTest implements ProductContract {
  private static final ProductSample SAMPLE =
      new ProductSample("CloudAPI", "", "apiGroup", "plugin", "-1", PageLimit.Unit.RESOURCES);

  private final ProductUnderTest product =
      new ProductUnderTest("CloudAPI", ServiceSettings.DEFAULT);

  @Override
  public ProductSample sample() {
    return SAMPLE;
  }

  @Override
  public String error(Situation situation, Kind kind) {
    return switch (situation) {
      case NO_RESOURCE_TYPE -> mandatory("ResourceType");
      case UNKNOWN_RESOURCE_TYPE -> invalid("ResourceType");
      case TOO_MANY_RESOURCE_IDS ->
          "400 ExceedLimitResourceId: The specified ResourceId count exceeds the limit.";
      case TOO_MANY_TAGS, TOO_MANY_TAGS_ON_RESOURCE ->
          "400 ExceedLimitTag: The specified Tag count exceeds the limit.";
      case NO_RESOURCE_IDS_NOR_TAGS, NO_RESOURCE_IDS -> mandatory("ResourceId");
      case NO_TAGS -> mandatory("Tag");
      case DUPLICATE_KEY ->
          "400 DuplicateTagKey: The specified parameter TagKey value is duplicate.";
      case VALUE_WITHOUT_KEY ->
          "400 InvalidParameter.TagKey: The specified parameter TagKey value is not valid.";
      case BAD_KEY -> invalid("TagKey");
      case BAD_VALUE -> invalid("TagValue");
      case BAD_RESOURCE_ID -> invalid("ResourceId");
      case BAD_NEXT_TOKEN -> invalid("NextToken");
      default -> throw new IllegalArgumentException("no error for " + situation);
    };
  }

  private static String mandatory(String parameter) {
    return "400 Missing%s: The %s is mandatory for this action.".formatted(parameter, parameter);
  }

  private static String invalid(String parameter) {
    return "400 Invalid%s: The specified parameter %s value is not valid."
        .formatted(parameter, parameter);
  }

  @Override
  public Samples samples() {
    ProductUnderTest paged =
        new ProductUnderTest("CloudAPI", new ServiceSettings(/* pageSize= */ 1, false));
    String id = "285bb759342649a1b70c2093a772e087";
    paged.declare("apiGroup", id, "env", "product", "owner", "zhangsan");
    paged.declare("apiGroup", "next", "env", "");
    return new Samples(
        paged,
        "2D69A58F-345C-4FDE-88E4-BF5189484043",
        "1d2db86sca4384811e0b5e8707e68181f",
        Map.of(
            "list", SAMPLE.list() + "&ResourceId.1=" + id + "&ResourceId.2=next",
            "list-last", SAMPLE.list() + "&ResourceId.1=next",
            "list-empty", SAMPLE.list() + "&ResourceId.1=unknown",
            "tag", SAMPLE.tag() + "&ResourceId.1=group&Tag.1.Key=k",
            "untag", SAMPLE.untag() + "&ResourceId.1=group&TagKey.1=k",
            "error", SAMPLE.tag() + "&ResourceId.1=group&Tag.1.Key=acs:x"));
  }

  @Override
  public List<String> goodKeys() {
    return List.of(
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

  /** Keys that only the system sets, or nobody any more. */
  @Override
  public List<String> keysToAskFor() {
    return List.of("aliyun", "aliyunOwner", "acs:", "acs:rm:rgId", "http://a", "ahttps://b");
  }

  @Override
  public List<String> badKeys() {
    return List.of("\0", "a\u0001", "\ufffe", "a".repeat(129), "环".repeat(129), "😀".repeat(129));
  }

  @Test
  void theModuleIsFoundAsAService() {
    assertThat(ServiceLoader.load(ProductBundle.class))
        .singleElement()
        .isInstanceOf(ApiGatewayProducts.class);
  }

  @Test
  void theProductIsKnownByTheseNames() {
    ProductEntry entry = ProductBundle.installed().find("CloudAPI", "2016-07-14");
    assertThat(entry.head().hosts())
        .containsExactly(
            "apigateway.<region>.aliyuncs.com",
            "apigateway-vpc.<region>.aliyuncs.com",
            "apigateway.aliyuncs.com",
            "cloudapi.<region>.aliyuncs.com",
            "cloudapi-vpc.<region>.aliyuncs.com");
    assertThat(entry.product().defaultFormat()).isEqualTo(Format.XML);
    assertThat(entry.product().region().use()).isEqualTo(RegionRule.Use.NONE);
    assertThat(entry.product().operations())
        .extracting(Operation::name)
        .startsWith("ListTagResources", "TagResources", "UntagResources")
        .contains("CreateApp", "DescribePlugins", "DeleteApiGroup");
    assertThat(entry.source()).contains("product: CloudAPI");
  }

  @ParameterizedTest
  @ValueSource(strings = {"apiGroup", "plugin", "app", "api"})
  void aTypeIsReadAndAnsweredExactly(String type) {
    product.declare(type, "r", "k", "v");
    assertThat(product.ask("ListTagResources&ResourceId.1=r&ResourceType=" + type).rows())
        .containsExactly(type + "/r k=v");
  }

  @ParameterizedTest
  @ValueSource(strings = {"IPAM", "APIGROUP", "apigroup", "App", "app2", "app "})
  void anotherTypeIsRefused(String type) {
    assertThat(product.ask("ListTagResources&ResourceId.1=r&ResourceType=" + type).error())
        .isEqualTo(invalid("ResourceType"));
  }

  @Test
  void systemTagsAreListedLikeTheUsersOwn() {
    product.declareSystem("apiGroup", "s", "acs:rm:rgId", "rg-1");
    product.ask(SAMPLE.tag() + "&ResourceId.1=s&Tag.1.Key=env");
    assertThat(product.ask(SAMPLE.list() + "&ResourceId.1=s").rows())
        .containsExactly("apiGroup/s acs:rm:rgId=rg-1", "apiGroup/s env=");
    for (String query :
        List.of("&Tag.1.Key=acs:rm:rgId", "&Tag.1.Key=acs:rm:rgId&Tag.1.Value=rg-1")) {
      assertThat(product.ask(SAMPLE.list() + query).rows())
          .containsExactly("apiGroup/s acs:rm:rgId=rg-1");
    }
  }

  @Test
  void systemTagsAreNeverChanged() {
    product.declareSystem("apiGroup", "s", "acs:rm:rgId", "rg-1");
    String one = "&ResourceId.1=s";
    for (String refused : List.of(SAMPLE.tag() + "&Tag.1.Key=", SAMPLE.untag() + "&TagKey.1=")) {
      assertThat(product.ask(refused + "acs:rm:rgId" + one).error()).isEqualTo(invalid("TagKey"));
    }
    assertThat(product.ask(SAMPLE.tag() + one + tags(20)).error()).isEqualTo("200");
    assertThat(product.ask(SAMPLE.list() + one).rows())
        .hasSize(21)
        .contains("apiGroup/s acs:rm:rgId=rg-1");
    assertThat(product.ask(SAMPLE.untag() + one + "&All=true").error()).isEqualTo("200");
    assertThat(product.ask(SAMPLE.list() + one).rows())
        .containsExactly("apiGroup/s acs:rm:rgId=rg-1");
  }

  @Test
  void aPageHoldsFiftyResourcesUnlessTheSettingsSayOtherwise() {
    for (int i = 0; i < 60; i++) {
      product.declare("apiGroup", "r" + i, "a", "", "b", "");
    }
    String query = SAMPLE.list() + "&Tag.1.Key=a&Tag.2.Key=b";
    assertThat(product.ask(query).rows()).hasSize(100);
    assertThat(product.ask(query + "&MaxResults=1").rows()).hasSize(100);
    assertThat(product.restarted(new ServiceSettings(2, false)).ask(query).rows())
        .containsExactly("apiGroup/r0 a=", "apiGroup/r0 b=", "apiGroup/r1 a=", "apiGroup/r1 b=");
  }

  @Test
  void aResourceThatWasNeverDeclared() {
    ProductUnderTest declared = product.restarted(new ServiceSettings(0, true));
    String error =
        "400 NotFoundResourceId: Cannot find resource according to your specified ResourceId.";
    assertThat(declared.ask(SAMPLE.tag() + ids(1) + tags(1)).error()).isEqualTo(error);
    assertThat(declared.ask(SAMPLE.untag() + ids(1) + "&All=true").error()).isEqualTo(error);
    assertThat(declared.ask(SAMPLE.list() + ids(1)).error()).isEqualTo("200");
  }
}

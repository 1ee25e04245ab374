package io.tagginggateway.vpc;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VpcIpamTest implements ProductContract {
  private static final String REGION = "&RegionId=cn-hangzhou";
  private static final ProductSample SAMPLE =
      new ProductSample("VpcIpam", REGION, "IPAM", "IPAMPOOL", "", PageLimit.Unit.ROWS);

  private final ProductUnderTest product = new ProductUnderTest("VpcIpam", ServiceSettings.DEFAULT);

  @Override
  public ProductSample sample() {
    return SAMPLE;
  }

  @Override
  public String error(Situation situation, Kind kind) {
    return switch (situation) {
      case NO_RESOURCE_TYPE -> notSupplied("ResourceType", "ResourceType");
      case UNKNOWN_RESOURCE_TYPE -> invalid("ResourceType");
      case TOO_MANY_RESOURCE_IDS ->
          "400 IllegalParamSize.ResourceIds: The number of Param ResourceIds exceeded the limit.";
      case TOO_MANY_TAGS ->
          "400 IllegalParamSize.Tags: The number of Parameter Tags exceeded the limit.";
      case NO_RESOURCE_IDS_NOR_TAGS -> notSupplied("TagsAndResourceIds", "Tags and ResourceIds");
      case NO_RESOURCE_IDS -> notSupplied("ResourceIds", "ResourceIds");
      case NO_TAGS -> notSupplied("Tags", "Tags");
      case DUPLICATE_RESOURCE_ID ->
          "400 DuplicatedParam.ResourceIds: The parameter of ResourceIds contains duplicate"
              + " values.";
      case DUPLICATE_KEY -> "400 DuplicatedParam.TagKey: TagKey duplicate.";
      case VALUE_WITHOUT_KEY ->
          kind == Kind.TAG ? notSupplied("TagKey", "TagKey") : invalid("TagKey");
      case BAD_KEY -> invalid("TagKey");
      case BAD_VALUE -> invalid("TagValue");
      case BAD_RESOURCE_ID -> invalid("ResourceId");
      case BAD_PAGE_SIZE -> invalid("MaxResults");
      case BAD_NEXT_TOKEN -> invalid("NextToken");
      case TOO_MANY_TAGS_ON_RESOURCE ->
          "400 QuotaExceeded.TagsPerResource: The number of tags of the resource exceeds the"
              + " limit.";
      default -> throw new IllegalArgumentException("no error for " + situation);
    };
  }

  private static String notSupplied(String code, String parameters) {
    return "400 MissingParameter."
        + code
        + ": The input parameter "
        + parameters
        + " that is mandatory for processing this request is not supplied.";
  }

  private static String invalid(String parameter) {
    return "400 IllegalParam.%s: The input parameter %s is invalid."
        .formatted(parameter, parameter);
  }

  @Override
  public Samples samples() {
    ProductUnderTest sample = new ProductUnderTest("VpcIpam", ServiceSettings.DEFAULT);
    sample.declare("IPAM", "ipam-uq5dcfc2eqhpf4****", "FinanceDept", "FinanceJoshua", "Owner", "");
    String one = SAMPLE.list() + "&ResourceId.1=ipam-uq5dcfc2eqhpf4****";
    return new Samples(
        sample,
        ProductUnderTest.REQUEST_ID,
        "FFmyTO70tTpLG6I3FmYAXGKPd****",
        Map.of(
            "list", one + "&MaxResults=1",
            "list-last", one,
            "list-empty", SAMPLE.list() + "&ResourceId.1=unknown",
            "tag", SAMPLE.tag() + "&ResourceId.1=ipam&Tag.1.Key=k",
            "untag", SAMPLE.untag() + "&ResourceId.1=ipam&TagKey.1=k",
            "error", SAMPLE.list() + "&Tag.1.Value=v"));
  }

  @Override
  public List<String> goodKeys() {
    return List.of(
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

  @Override
  public List<String> badKeys() {
    return List.of(
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

  @Test
  void theModuleIsFoundAsAService() {
    assertThat(ServiceLoader.load(ProductBundle.class))
        .singleElement()
        .isInstanceOf(VpcProducts.class);
  }

  @Test
  void theProductIsKnownByTheseNames() {
    ProductEntry entry = ProductBundle.installed().find("VpcIpam", "2023-02-28");
    assertThat(entry.head().hosts())
        .containsExactly("vpcipam.<region>.aliyuncs.com", "vpcipam.aliyuncs.com");
    assertThat(entry.product().defaultFormat()).isEqualTo(Format.JSON);
    assertThat(entry.product().region().use()).isEqualTo(RegionRule.Use.REQUIRED);
    assertThat(entry.product().operations())
        .extracting(Operation::name)
        .startsWith("ListTagResources", "TagResources", "UntagResources")
        .contains("CreateIpam", "ListIpamPools", "DeleteIpamResourceDiscovery");
    assertThat(entry.source()).contains("product: VpcIpam");
  }

  @ParameterizedTest
  @CsvSource({
    "IPAM, IPAM",
    "IPAMSCOPE, IPAMSCOPE",
    "IPAMPOOL, IPAMPOOL",
    "IPAMRESOURCEDISCOVERY, IPAMRESOURCEDISCOVERY",
    "ipam, IPAM",
    "IpamScope, IPAMSCOPE"
  })
  void aTypeIsReadInAnyCaseAndAnsweredAsItIsSpelled(String sent, String type) {
    product.declare(type, "r", "k", "v");
    assertThat(product.ask(ofType(sent)).rows()).containsExactly(type + "/r k=v");
  }

  @ParameterizedTest
  @ValueSource(strings = {"VPC", "IPAM2", "apiGroup", "IPAM "})
  void anotherTypeIsRefused(String type) {
    assertThat(product.ask(ofType(type)).error()).isEqualTo(invalid("ResourceType"));
  }

  private static String ofType(String type) {
    return SAMPLE.bare(Kind.LIST) + "&ResourceId.1=r&ResourceType=" + type;
  }

  @Test
  void aPageHoldsTenRowsUnlessTheClientSaysOtherwise() {
    for (int i = 0; i < 30; i++) {
      product.declare("IPAM", "r" + i, "a", "", "b", "");
    }
    String query = SAMPLE.list() + "&Tag.1.Key=a&Tag.2.Key=b";
    assertThat(product.ask(query).rows()).hasSize(10);
    assertThat(product.ask(query + "&MaxResults=50").rows()).hasSize(50);
    assertThat(product.ask(query + "&MaxResults=3").rows())
        .containsExactly("IPAM/r0 a=", "IPAM/r0 b=", "IPAM/r1 a=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "51", "1.5", "ten", "0&NextToken=x"})
  void maxResultsIsAWholeNumberFrom1To50AndComesBeforeTheToken(String sent) {
    assertThat(product.ask(SAMPLE.list() + ids(1) + "&MaxResults=" + sent).error())
        .isEqualTo(error(Situation.BAD_PAGE_SIZE, Kind.LIST));
  }

  @Test
  void theSameIdTwiceIsAnErrorOfChanges() {
    String twice = ids(1) + "&ResourceId.2=r1";
    for (String change : List.of(SAMPLE.tag() + tags(1), SAMPLE.untag())) {
      assertThat(product.ask(change + twice).error())
          .isEqualTo(error(Situation.DUPLICATE_RESOURCE_ID, Kind.TAG));
    }
  }

  @Test
  void aRegionMustBeNamed() {
    assertThat(product.ask("ListTagResources&ResourceType=IPAM").error())
        .isEqualTo("400 MissingRegionId: RegionId is mandatory for this action.");
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

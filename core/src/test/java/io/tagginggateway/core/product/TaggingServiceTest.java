package io.tagginggateway.core.product;

import static io.tagginggateway.core.product.ServiceSettings.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.request.Headers;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.testing.ProductUnderTest;
import io.tagginggateway.core.testing.Queries;
import io.tagginggateway.core.testing.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shared steps, asked through a product that is neither of the two. */
class TaggingServiceTest {
  private static final String LIST = "ListTagResources&RegionId=cn-hangzhou";
  private static final String TAG = "TagResources&RegionId=cn-hangzhou";
  private static final String UNTAG = "UntagResources&RegionId=cn-hangzhou";

  private static final Operation LISTING =
      SampleProduct.BY_ROWS.tagOperation(TagOperation.Kind.LIST);

  private final ProductUnderTest product = new ProductUnderTest(SampleProduct.BY_ROWS, DEFAULT);

  /** Each request breaks the rule that it is answered with, and every later one that it can. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "NO_RESOURCE_TYPE, ListTagResources, ids=4 tags=3 MaxResults=x NextToken=x",
    "NO_RESOURCE_TYPE, ListTagResources, ResourceType= ids=4",
    "UNKNOWN_RESOURCE_TYPE, ListTagResources, ResourceType=Bag ids=4 tags=3 NextToken=x",
    "TOO_MANY_RESOURCE_IDS, ListTagResources, ResourceType=Box ids=4 tags=3 NextToken=x",
    "TOO_MANY_TAGS, ListTagResources, ResourceType=Box ResourceId.1=%01 tags=3 NextToken=x",
    "NO_RESOURCE_IDS_NOR_TAGS, ListTagResources, ResourceType=Box ResourceId.1= NextToken=x",
    "BAD_RESOURCE_ID, ListTagResources, ResourceType=Box ResourceId.1=%01 Tag.1.Value=bad NextToken=x",
    "VALUE_WITHOUT_KEY, ListTagResources, ResourceType=Box Tag.1.Value=bad Tag.2.Key=bad NextToken=x",
    "DUPLICATE_KEY, ListTagResources, ResourceType=Box Tag.1.Key=bad Tag.2.Key=bad NextToken=x",
    "BAD_KEY, ListTagResources, ResourceType=Box Tag.1.Key=bad Tag.1.Value=bad NextToken=x",
    "BAD_VALUE, ListTagResources, ResourceType=Box Tag.1.Key=k Tag.1.Value=bad MaxResults=0 NextToken=x",
    "BAD_PAGE_SIZE, ListTagResources, ResourceType=Box Tag.1.Key=k MaxResults=0 NextToken=x",
    "BAD_NEXT_TOKEN, ListTagResources, ResourceType=Box Tag.1.Key=k NextToken=x",
    "NO_RESOURCE_TYPE, TagResources, ids=4 tags=3",
    "UNKNOWN_RESOURCE_TYPE, TagResources, ResourceType=Bag ids=4 tags=3",
    "TOO_MANY_RESOURCE_IDS, TagResources, ResourceType=Box ids=4 tags=3",
    "TOO_MANY_TAGS, TagResources, ResourceType=Box tags=3",
    "NO_RESOURCE_IDS, TagResources, ResourceType=Box",
    "NO_TAGS, TagResources, ResourceType=Box ResourceId.1=%01",
    "BAD_RESOURCE_ID, TagResources, ResourceType=Box ResourceId.1=%01 Tag.1.Value=bad",
    "VALUE_WITHOUT_KEY, TagResources, ResourceType=Box ids=1 Tag.1.Value=bad Tag.2.Key=bad",
    "DUPLICATE_KEY, TagResources, ResourceType=Box ids=1 Tag.1.Key=bad Tag.2.Key=bad",
    "BAD_KEY, TagResources, ResourceType=Box ids=1 Tag.1.Key=sys Tag.1.Value=bad",
    "BAD_VALUE, TagResources, ResourceType=Box ids=1 Tag.1.Key=k Tag.1.Value=bad",
    "NO_RESOURCE_TYPE, UntagResources, ids=4 tagkeys=3",
    "UNKNOWN_RESOURCE_TYPE, UntagResources, ResourceType=Bag ids=4 tagkeys=3",
    "TOO_MANY_RESOURCE_IDS, UntagResources, ResourceType=Box ids=4 tagkeys=3",
    "TOO_MANY_TAGS, UntagResources, ResourceType=Box tagkeys=3",
    "NO_RESOURCE_IDS, UntagResources, ResourceType=Box TagKey.1=bad",
    "BAD_RESOURCE_ID, UntagResources, ResourceType=Box ResourceId.1=%01 TagKey.1=bad",
    "DUPLICATE_KEY, UntagResources, ResourceType=Box ids=1 TagKey.1=bad TagKey.2=bad",
    "BAD_KEY, UntagResources, ResourceType=Box ids=1 TagKey.1=sys"
  })
  void theFirstSituationIsAnswered(Situation rule, String action, String parameters) {
    StringBuilder query = new StringBuilder(action + "&RegionId=cn-hangzhou");
    for (String parameter : parameters.split(" ", -1)) {
      int count = parameter.charAt(parameter.length() - 1) - '0';
      query.append(
          switch (parameter.substring(0, parameter.indexOf('='))) {
            case "ids" -> Queries.ids(count);
            case "tags" -> Queries.tags(count);
            case "tagkeys" -> Queries.tagKeys(count);
            default -> "&" + parameter;
          });
    }
    assertThat(product.ask(query.toString()).error()).isEqualTo("400 " + rule + ": ");
  }

  @Test
  void aTagTooManyOnOneResourceChangesNone() {
    product.ask(TAG + "&ResourceType=Box&ResourceId.1=a" + Queries.tags(2));
    String more = "&ResourceId.1=new&ResourceId.2=a&Tag.1.Key=x&Tag.2.Key=y";
    assertThat(product.ask(TAG + "&ResourceType=Box" + more).error())
        .isEqualTo("400 TOO_MANY_TAGS_ON_RESOURCE: ");
    assertThat(product.ask(LIST + "&ResourceType=Box&Tag.1.Key=x").rows()).isEmpty();
    assertThat(product.ask(LIST + "&ResourceType=Box&ResourceId.1=a").rows())
        .containsExactly("Box/a k1=v", "Box/a k2=v");
  }

  @ParameterizedTest
  @CsvSource({
    "TagResources, &Tag.1.Key=k",
    "UntagResources, &TagKey.1=k",
    "UntagResources, &All=true",
    "UntagResources, ''"
  })
  void aResourceMustBeDeclaredWhereTheSettingsSaySo(String action, String rest) {
    ProductUnderTest strict = product.restarted(new ServiceSettings(0, true));
    strict.declare("Box", "there", "k", "v");
    String query =
        action + "&RegionId=cn-hangzhou&ResourceType=box&ResourceId.1=there&ResourceId.2=x";
    assertThat(strict.ask(query + rest).error()).isEqualTo("404 RESOURCE_NOT_FOUND: ");
    assertThat(strict.ask(LIST + "&ResourceType=Box&Tag.1.Key=k").rows())
        .containsExactly("Box/there k=v");
  }

  @ParameterizedTest
  @CsvSource({"'', 2", "&MaxResults=1, 1", "&MaxResults=4, 4", "&MaxResults=03, 3"})
  void theClientSaysHowManyRowsAPageHolds(String maxResults, int rows) {
    for (String id : new String[] {"a", "b", "c"}) {
      product.declare("Box", id, "k", "", "l", "");
    }
    Reply reply = product.ask(LIST + "&ResourceType=Box&Tag.1.Key=k&Tag.2.Key=l" + maxResults);
    assertThat(reply.rows()).hasSize(rows);
    assertThat(reply.text("NextToken")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "5",
    "-1",
    "1.5",
    "' 1'",
    "1x",
    "''",
    "0x1",
    "99999999999999999999",
    "2147483648",
    "１"
  })
  void anotherNumberOfRowsIsRefused(String maxResults) {
    String query =
        LIST + "&ResourceType=Box&Tag.1.Key=k" + Queries.parameter("MaxResults", maxResults);
    assertThat(product.ask(query).error()).isEqualTo("400 BAD_PAGE_SIZE: ");
  }

  @Test
  void theSettingsSayHowManyResourcesAPageHolds() {
    ProductUnderTest byResources = new ProductUnderTest(SampleProduct.BY_RESOURCES, DEFAULT);
    for (String id : new String[] {"a", "b", "c"}) {
      byResources.declare("Box", id, "k", "", "l", "");
    }
    String query = "ListTagResources&ResourceType=Box&Tag.1.Key=k&MaxResults=x";
    assertThat(byResources.ask(query).rows()).containsExactly("Box/a k=", "Box/b k=");
    ProductUnderTest smaller = byResources.restarted(new ServiceSettings(1, false));
    assertThat(smaller.ask(query).rows()).containsExactly("Box/a k=");
  }

  @Test
  void aListIsReadPageByPageEvenAcrossARestartAndAPageTwice() {
    List<String> expected = new ArrayList<>();
    for (String id : new String[] {"a", "b", "c"}) {
      product.declare("Box", id, "k", "1", "l", "2", "m", "3");
      expected.addAll(List.of("Box/" + id + " k=1", "Box/" + id + " l=2", "Box/" + id + " m=3"));
    }
    String query = LIST + "&ResourceType=Box" + "&ResourceId.1=c&ResourceId.2=a&ResourceId.3=b";
    List<String> rows = new ArrayList<>();
    String token = "";
    do {
      String page = query + Queries.parameter("NextToken", token);
      Reply reply = product.ask(page);
      assertThat(product.restarted(DEFAULT).ask(page)).isEqualTo(reply);
      rows.addAll(reply.rows());
      token = reply.text("NextToken");
    } while (!token.isEmpty());
    assertThat(rows).isEqualTo(expected);
  }

  @Test
  void aTokenIsRefusedForAnyOtherQuery() {
    product.declare("Box", "a", "k", "1", "l", "2", "m", "3");
    String query = LIST + "&ResourceType=Box&ResourceId.1=a";
    String token = "&NextToken=" + product.ask(query).text("NextToken");
    assertThat(product.ask(query + token + "&MaxResults=1").error()).isEqualTo("200");
    for (String other : List.of("&ResourceId.2=b", "&Tag.1.Key=k", "&Account=2222222222222222")) {
      assertThat(product.ask(query + other + token).error()).isEqualTo("400 BAD_NEXT_TOKEN: ");
    }
    assertThat(product.ask(query.replace("hangzhou", "beijing") + token).error())
        .isEqualTo("400 BAD_NEXT_TOKEN: ");
  }

  @Test
  void aRegionComesFromTheRequestElseTheHostElseTheSettings() {
    TaggingService service =
        new TaggingService(ProductEntry.of(SampleProduct.BY_RESOURCES), DEFAULT);
    assertThat(service.region(request("RegionId=a"), LISTING, "b", "c")).isEqualTo("a");
    assertThat(service.region(request("RegionId="), LISTING, "b", "c")).isEqualTo("b");
    assertThat(service.region(request(""), LISTING, null, "c")).isEqualTo("c");
    assertThatThrownBy(() -> service.region(request("RegionId=a/b"), LISTING, "b", "c"))
        .isInstanceOf(ApiException.class)
        .hasMessage("InvalidRegionId.NotFound");
  }

  @ParameterizedTest
  @CsvSource({"''", "RegionId="})
  void aRegionIsMandatoryWhereTheProductSaysSo(String query) {
    TaggingService service = new TaggingService(ProductEntry.of(SampleProduct.BY_ROWS), DEFAULT);
    assertThatThrownBy(() -> service.region(request(query), LISTING, "b", "c"))
        .isInstanceOfSatisfying(
            ApiException.class,
            e ->
                assertThat(e.error().message())
                    .isEqualTo("RegionId is mandatory for this action."));
  }

  @Test
  void aChangeIsAnsweredByTheIdOfItsRequest() {
    assertThat(product.ask(UNTAG + "&ResourceType=Box&ResourceId.1=a").body())
        .isEqualTo("{\"RequestId\":\"" + ProductUnderTest.REQUEST_ID + "\"}");
  }

  private static RpcRequest request(String query) {
    Parameters parameters = Parameters.parse(query);
    return new RpcRequest(
        "ID", "GET", "/", "localhost", Headers.NONE, parameters, parameters, new byte[0]);
  }
}

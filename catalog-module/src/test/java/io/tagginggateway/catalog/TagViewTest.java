package io.tagginggateway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.store.MemoryTagStore;
import io.tagginggateway.core.testing.ProductUnderTest;
import io.tagginggateway.core.testing.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The view over the tags of all products in this module, beside the products themselves. */
class TagViewTest {
  private static final Products PRODUCTS = new Products(new CatalogProducts().entries());
  private static final Pattern TOKEN = Pattern.compile("\"NextToken\":\"([^\"]*)\"");
  private static final Pattern ROW = Pattern.compile("\"ResourceARN\":\"([^\"]*)\"");
  private static final String KEY = "arn:acs:kms:cn-hangzhou:1234567890123456:key/k-1";
  private static final String RDS = "arn:acs:rds:*:*:INSTANCE/rm-1";
  private static final String REGION = "&RegionId=cn-hangzhou";

  private final MemoryTagStore store = new MemoryTagStore();
  private final ProductUnderTest tag = product("Tag", ServiceSettings.DEFAULT);
  private final ProductUnderTest kms = product("Kms", ServiceSettings.DEFAULT);

  private ProductUnderTest product(String code, ServiceSettings settings) {
    return new ProductUnderTest(code, PRODUCTS, settings, store);
  }

  private Reply ask(String action, String... namesAndValues) {
    return ask(Format.JSON, action, namesAndValues);
  }

  private Reply ask(Format format, String action, String... namesAndValues) {
    StringBuilder query = new StringBuilder(action + REGION);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      query
          .append('&')
          .append(namesAndValues[i])
          .append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return tag.ask(format, query.toString());
  }

  private void set(String arn, String json) {
    assertThat(ask("TagResources", "ResourceARN.1", arn, "Tags", json).body())
        .contains("\"FailedResource\":[]");
  }

  @Test
  void aTagSetThroughTheProductIsSeenByArn() {
    kms.ask("TagResources&ResourceType=key&ResourceId.1=k-1&Tag.1.Key=env&Tag.1.Value=a" + REGION);

    assertThat(ask("ListTagResources", "ResourceARN.1", KEY).body())
        .isEqualTo(
            "{\"NextToken\":\"\",\"RequestId\":\""
                + ProductUnderTest.REQUEST_ID
                + "\",\"TagResources\":[{\"ResourceARN\":\""
                + KEY
                + "\",\"Tags\":[{\"Key\":\"env\",\"Value\":\"a\",\"Category\":\"Custom\"}]}]}");
    assertThat(ask(Format.XML, "ListTagResources", "ResourceARN.1", KEY).body())
        .contains(
            "<TagResources><ResourceARN>"
                + KEY
                + "</ResourceARN><Tags><Key>env</Key><Value>a</Value><Category>Custom</Category>"
                + "</Tags></TagResources>");
  }

  @Test
  void aTagSetAndRemovedByArnIsSetAndRemovedInTheProduct() {
    set("arn:acs:kms:*:*:KEY/k-1", "{\"env\":\"a\",\"zone\":\"b\"}");
    String list = "ListTagResources&ResourceType=key&ResourceId.1=k-1" + REGION;
    assertThat(kms.ask(list).body()).contains("\"env\"", "\"zone\"");

    assertThat(ask("UntagResources", "ResourceARN.1", KEY, "TagKey.1", "env").body())
        .contains("\"FailedResource\":[]");
    assertThat(kms.ask(list).body()).doesNotContain("\"env\"").contains("\"zone\"");
  }

  @Test
  void eachTypeOfEachProductIsFoundByTheArnThatListsGiveIt() {
    for (ProductEntry entry : PRODUCTS.entries()) {
      for (String type : entry.product().resourceTypes()) {
        MemoryTagStore own = new MemoryTagStore();
        ProductUnderTest product =
            new ProductUnderTest(entry.head().code(), PRODUCTS, ServiceSettings.DEFAULT, own);
        ProductUnderTest view = new ProductUnderTest("Tag", PRODUCTS, ServiceSettings.DEFAULT, own);
        product.declareSystem(type, "thing", "owner", "cloud");

        String all = view.ask("ListTagResources" + REGION).body();
        String arn = rows(all).get(0);
        String one = view.ask("ListTagResources" + REGION + "&ResourceARN.1=" + arn).body();
        assertThat(rows(one)).as(entry.head().title() + " " + type).containsExactly(arn);
      }
    }
  }

  @Test
  void whatOneResourcesProductRefusesFailsThatResourceAlone() {
    String longKey = "k".repeat(65);
    ProductUnderTest declared = product("Tag", new ServiceSettings(0, true));
    kms.declare("key", "k-1");

    String body =
        declared
            .ask(
                "TagResources"
                    + REGION
                    + "&ResourceARN.1="
                    + KEY
                    + "&ResourceARN.2=arn:acs:kms:*:*:key/none&Tags=%7B%22env%22:%22a%22%7D")
            .body();
    assertThat(rows(body)).containsExactly("arn:acs:kms:*:*:key/none");
    assertThat(body).contains("\"Result\":{\"Code\":\"InvalidResourceId.NotFound\"");
    assertThat(ask("ListTagResources", "ResourceARN.1", KEY).body()).contains("\"env\"");

    String nat = "arn:acs:kms:*:*:key/k-2";
    String spaced =
        ask(
                "TagResources",
                "ResourceARN.1",
                nat,
                "ResourceARN.2",
                RDS,
                "Tags",
                "{\"a b\":\"1\",\"" + longKey + "\":\"1\"}")
            .body();
    assertThat(rows(spaced)).containsExactly(nat);
    assertThat(spaced).contains("\"Code\":\"InvalidParameter.TagKey\"");
  }

  @Test
  void aResourceTakesNoMoreTagsThanItsProductAllows() {
    for (String part : List.of("a", "b")) {
      set(KEY, tenTags(part));
    }
    String body = ask("TagResources", "ResourceARN.1", KEY, "Tags", tenTags("c")).body();
    assertThat(rows(body)).containsExactly(KEY);
    assertThat(ask(Format.XML, "TagResources", "ResourceARN.1", KEY, "Tags", tenTags("c")).body())
        .contains(
            "<FailedResources><FailedResource><ResourceARN>"
                + KEY
                + "</ResourceARN><Result><Code>");
    assertThat(ask("ListTagResources", "ResourceARN.1", KEY).body()).doesNotContain("\"c1\"");
  }

  private static String tenTags(String part) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 10; i++) {
      json.append(i == 0 ? "" : ",").append("\"" + part + i + "\":\"v\"");
    }
    return json + "}";
  }

  @ParameterizedTest
  @MethodSource("pageSizes")
  void pagesHoldEveryResourceOnce(int size, int pages) {
    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      set("arn:acs:kms:*:*:key/k-" + i, "{\"env\":\"a\"}");
      expected.add("arn:acs:kms:cn-hangzhou:1234567890123456:key/k-" + i);
    }
    set("arn:acs:kms:*:*:secret/s-1", "{\"zone\":\"a\"}");
    set(RDS, "{\"env\":\"a\"}");
    expected.add("arn:acs:rds:cn-hangzhou:1234567890123456:instance/rm-1");

    List<String> seen = new ArrayList<>();
    String token = "";
    int asked = 0;
    do {
      String body =
          ask(
                  "ListTagResources",
                  "PageSize",
                  size + "",
                  "NextToken",
                  token,
                  "Tags",
                  "{\"env\":\"a\"}")
              .body();
      seen.addAll(rows(body));
      token = token(body);
      asked++;
    } while (!token.isEmpty());
    assertThat(seen).containsExactlyElementsOf(expected);
    assertThat(asked).isEqualTo(pages);
  }

  static Stream<Arguments> pageSizes() {
    return Stream.of(
        Arguments.of(1, 4),
        Arguments.of(2, 2),
        Arguments.of(3, 2),
        Arguments.of(4, 1),
        Arguments.of(1000, 1));
  }

  @Test
  void tagsOfTheCloudAreOfTheCategorySystem() {
    kms.declareSystem("key", "k-1", "owner", "cloud");
    set(KEY, "{\"env\":\"a\"}");

    assertThat(ask("ListTagResources").body())
        .contains("\"Key\":\"env\",\"Value\":\"a\",\"Category\":\"Custom\"")
        .contains("\"Key\":\"owner\",\"Value\":\"cloud\",\"Category\":\"System\"");
    assertThat(ask("ListTagResources", "Category", "Custom").body()).doesNotContain("owner");
    assertThat(ask("ListTagResources", "Category", "system").body()).doesNotContain("env");
    assertThat(ask("ListTagKeys").body())
        .contains("\"Keys\":{\"Key\":[{\"Key\":\"env\",\"Category\":\"custom\"},")
        .contains("{\"Key\":\"owner\",\"Category\":\"system\"}]}");
    assertThat(ask("ListTagKeys", "Category", "Custom").body()).doesNotContain("owner");
  }

  @Test
  void keysAndValuesAreListedOnceOverAllProductsPageByPage() {
    set(KEY, "{\"env\":\"b\",\"team\":\"x\"}");
    set(RDS, "{\"env\":\"a\",\"zone\":\"y\"}");
    set("arn:acs:kms:*:*:key/k-2", "{\"env\":\"b\"}");

    String first = ask("ListTagKeys", "PageSize", "2").body();
    assertThat(first).contains("env", "team").doesNotContain("zone");
    String second = ask("ListTagKeys", "PageSize", "2", "NextToken", token(first)).body();
    assertThat(second).contains("zone").contains("\"NextToken\":\"\"").doesNotContain("env");

    assertThat(ask("ListTagValues", "Key", "env").body())
        .contains("\"Values\":{\"Value\":[\"a\",\"b\"]}")
        .contains("\"NextToken\":\"\"");
    String value = ask("ListTagValues", "Key", "env", "PageSize", "1").body();
    assertThat(value).contains("[\"a\"]");
    assertThat(
            ask("ListTagValues", "Key", "env", "PageSize", "1", "NextToken", token(value)).body())
        .contains("[\"b\"]")
        .contains("\"NextToken\":\"\"");
    assertThat(ask(Format.XML, "ListTagValues", "Key", "env").body())
        .contains("<Values><Value>a</Value><Value>b</Value></Values>");

    assertThat(ask("ListTagKeys", "ResourceType", "ALIYUN::RDS::INSTANCE").body())
        .contains("env", "zone")
        .doesNotContain("team");
    assertThat(ask("ListTagKeys", "FuzzyType", "PREFIX", "TagFilter.Key", "t").body())
        .contains("team")
        .doesNotContain("env");
    assertThat(ask("ListTagKeys", "TagFilter.Key", "t").body()).contains("\"Key\":[]");
    assertThat(ask("ListTagValues", "Key", "env", "TagFilter.Value", "b").body())
        .contains("[\"b\"]");
    assertThat(ask("ListTagKeys", "QueryType", "MetaTag").body()).contains("\"Key\":[]");
  }

  @Test
  void nothingIsSeenOfOtherRegionsAndAccounts() {
    set(KEY, "{\"env\":\"a\"}");
    for (String other : List.of("&RegionId=cn-beijing", REGION + "&Account=other")) {
      for (String action : List.of("ListTagResources", "ListTagKeys", "ListTagValues&Key=env")) {
        assertThat(tag.ask(action + other).body())
            .doesNotContain("\"a\"")
            .doesNotContain("\"env\"");
      }
    }
  }

  @Test
  void aTokenThatWasEditedOrBelongsToAnotherQueryIsRefused() {
    set(KEY, "{\"env\":\"a\",\"zone\":\"a\"}");
    set(RDS, "{\"env\":\"a\"}");
    String token = token(ask("ListTagResources", "PageSize", "1").body());
    String keys = token(ask("ListTagKeys", "PageSize", "1").body());
    assertThat(token).isNotEmpty();
    assertThat(keys).isNotEmpty();
    String error = "403 Invalid.NextToken: The parameter NextToken is invalid.";

    assertThat(ask("ListTagResources", "NextToken", "x" + token).error()).isEqualTo(error);
    assertThat(ask("ListTagResources", "NextToken", token, "Category", "Custom").error())
        .isEqualTo(error);
    assertThat(ask("ListTagResources", "NextToken", token, "ResourceARN.1", KEY).error())
        .isEqualTo(error);
    assertThat(ask("ListTagResources", "NextToken", keys).error()).isEqualTo(error);
    assertThat(ask("ListTagValues", "Key", "env", "NextToken", keys).error()).isEqualTo(error);
    assertThat(ask("ListTagKeys", "NextToken", keys, "Category", "Custom").error())
        .isEqualTo(error);
  }

  static Stream<Arguments> refused() {
    String tags = "{\"env\":\"a\"}";
    return Stream.of(
        refused("403 MissingParameter.ResourceIds", "TagResources", "Tags", tags),
        refused("400 InvalidResourceARN.FormatError", "TagResources", "ResourceARN.1", "k-1"),
        refused(
            "400 InvalidResourceARN.FormatError",
            "ListTagResources",
            "ResourceARN.1",
            "acs:kms:*:*:key/k"),
        refused(
            "400 InvalidResourceARN.FormatError",
            "ListTagResources",
            "ResourceARN.1",
            "arn:acs:kms:*:*:key/"),
        refused(
            "400 InvalidResourceARN.Account",
            "ListTagResources",
            "ResourceARN.1",
            "arn:acs:kms:*:7:key/k"),
        refused(
            "400 InvalidResourceARN.Region",
            "ListTagResources",
            "ResourceARN.1",
            "arn:acs:kms:cn-beijing:*:key/k"),
        refused(
            "400 InvalidParameter.ServiceCode",
            "TagResources",
            "ResourceARN.1",
            "arn:acs:toys:*:*:key/k",
            "Tags",
            tags),
        refused(
            "400 InvalidParameter.ResourceType",
            "TagResources",
            "ResourceARN.1",
            "arn:acs:alb:*:*:toy/k",
            "Tags",
            tags),
        refused("400 InvalidParameter.Tags", "TagResources", "ResourceARN.1", KEY),
        refused("400 InvalidParameter.Tags", "TagResources", "ResourceARN.1", KEY, "Tags", "{}"),
        refused(
            "400 InvalidParameter.Tags", "TagResources", "ResourceARN.1", KEY, "Tags", "[\"a\"]"),
        refused(
            "400 InvalidParameter.Tags", "TagResources", "ResourceARN.1", KEY, "Tags", "{\"a\":1}"),
        refused("400 InvalidParameter.Tags", "ListTagResources", "Tags", "{\"a\":\"b\"}x"),
        refused(
            "403 Duplicate.TagKey",
            "TagResources",
            "ResourceARN.1",
            KEY,
            "Tags",
            "{\"a\":\"1\",\"a\":\"2\"}"),
        refused(
            "400 InvalidParameter.TagKey",
            "TagResources",
            "ResourceARN.1",
            KEY,
            "Tags",
            "{\"acs:a\":\"1\"}"),
        refused(
            "400 InvalidParameter.TagValue",
            "TagResources",
            "ResourceARN.1",
            KEY,
            "Tags",
            "{\"a\":\"" + "v".repeat(129) + "\"}"),
        refused("404 MissingParameter.TagKey", "UntagResources", "ResourceARN.1", KEY),
        refused(
            "403 NoPermission.SystemTag",
            "UntagResources",
            "ResourceARN.1",
            KEY,
            "TagKey.1",
            "acs:a"),
        refused(
            "403 Duplicate.TagKey",
            "UntagResources",
            "ResourceARN.1",
            KEY,
            "TagKey.1",
            "a",
            "TagKey.2",
            "a"),
        refused("403 InvalidParameter.Category", "ListTagResources", "Category", "Mine"),
        refused("400 InvalidParameter.PageSize", "ListTagResources", "PageSize", "1001"),
        refused("400 InvalidParameter.PageSize", "ListTagKeys", "PageSize", "0"),
        refused(
            "403 InvalidParameter.ResourceType", "ListTagKeys", "ResourceType", "ALIYUN::ALB::TOY"),
        refused("400 InvalidParameter.QueryType", "ListTagKeys", "QueryType", "Toys"),
        refused("400 FuzzyQuery.NotSupport", "ListTagKeys", "FuzzyType", "SUFFIX"),
        refused("404 MissingParameter.TagKey", "ListTagValues"),
        refused("403 MetaTagKeyNotFound", "ListTagValues", "Key", "env", "QueryType", "MetaTag"));
  }

  private static Arguments refused(String error, String action, String... namesAndValues) {
    return Arguments.of(error, action, namesAndValues);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aBrokenRuleHasTheErrorOfTheViewAndChangesNothing(
      String error, String action, String[] namesAndValues) {
    assertThat(ask(action, namesAndValues).error()).startsWith(error + ": ");
    assertThat(store.sizes().join()).isEmpty();
  }

  @Test
  void moreThanTheLimitsAreRefused() {
    List<String> arns = new ArrayList<>();
    List<String> keys = new ArrayList<>(List.of("ResourceARN.1", KEY));
    StringBuilder tags = new StringBuilder("{\"k0\":\"v\"");
    for (int i = 1; i <= 51; i++) {
      arns.addAll(List.of("ResourceARN." + i, "arn:acs:kms:*:*:key/k-" + i));
    }
    for (int i = 1; i <= 11; i++) {
      keys.addAll(List.of("TagKey." + i, "k" + i));
      tags.append(",\"k" + i + "\":\"v\"");
    }
    assertThat(ask("ListTagResources", arns.toArray(String[]::new)).error())
        .startsWith("403 NumberExceed.ResourceIds: ");
    assertThat(ask("UntagResources", keys.toArray(String[]::new)).error())
        .startsWith("403 NumberExceed.Tags: ");
    assertThat(ask("TagResources", "ResourceARN.1", KEY, "Tags", tags + "}").error())
        .startsWith("403 NumberExceed.Tags: ");
    assertThat(tag.ask("ListTagKeys").error())
        .isEqualTo("404 MissingParameter.RegionId: You must specify RegionId.");
  }

  private static List<String> rows(String json) {
    List<String> rows = new ArrayList<>();
    Matcher found = ROW.matcher(json);
    while (found.find()) {
      rows.add(found.group(1));
    }
    return rows;
  }

  private static String token(String json) {
    Matcher found = TOKEN.matcher(json);
    assertThat(found.find()).as(json).isTrue();
    return found.group(1);
  }
}

package io.tagginggateway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.request.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of the view: pages, categories, keys and values over all products. */
final class TagViewListsTest extends TagViewCalls {
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
}

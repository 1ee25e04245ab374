package io.tagginggateway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A request of the view that breaks a rule has the error of the view, and changes nothing. */
final class TagViewErrorsTest extends TagViewCalls {
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
}

package io.tagginggateway.apigateway;

import static io.tagginggateway.core.testing.Queries.parameter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.testing.ProductUnderTest;
import io.tagginggateway.core.testing.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 5 of the dialect reference: what a list returns, and how it is cut into pages. */
class ApiGatewayListTest {
  private static final String LIST = "ListTagResources&ResourceType=apiGroup";

  private final ProductUnderTest product =
      new ProductUnderTest("CloudAPI", ServiceSettings.DEFAULT);

  static Stream<Arguments> questions() {
    return Stream.of(
        arguments(
            "ResourceId only",
            "&ResourceId.1=a",
            List.of("apiGroup/a env=prod", "apiGroup/a owner=li")),
        arguments(
            "ids in any order",
            "&ResourceId.1=c&ResourceId.2=b",
            List.of("apiGroup/b env=test", "apiGroup/b owner=", "apiGroup/c env=prod")),
        arguments(
            "a repeated id", "&ResourceId.1=c&ResourceId.2=c", List.of("apiGroup/c env=prod")),
        arguments(
            "an empty id beside one",
            "&ResourceId.1=&ResourceId.2=c",
            List.of("apiGroup/c env=prod")),
        arguments(
            "Key only",
            "&Tag.1.Key=env",
            List.of("apiGroup/a env=prod", "apiGroup/b env=test", "apiGroup/c env=prod")),
        arguments(
            "Key and Value",
            "&Tag.1.Key=env&Tag.1.Value=prod",
            List.of("apiGroup/a env=prod", "apiGroup/c env=prod")),
        arguments("an empty Value", "&Tag.1.Key=owner&Tag.1.Value=", List.of("apiGroup/b owner=")),
        arguments(
            "several tags: all of them",
            "&Tag.1.Key=env&Tag.1.Value=prod&Tag.2.Key=owner",
            List.of("apiGroup/a env=prod", "apiGroup/a owner=li")),
        arguments(
            "ids and tags: both",
            "&ResourceId.1=b&ResourceId.2=c&Tag.1.Key=owner",
            List.of("apiGroup/b owner=")),
        arguments("gaps in N", "&ResourceId.7=c&Tag.9.Key=env", List.of("apiGroup/c env=prod")),
        arguments(
            "unknown parameters",
            "&ResourceId.1=c&Foo=bar&ResourceId.0=a&Tag.x.Key=k",
            List.of("apiGroup/c env=prod")),
        arguments(
            "an empty NextToken", "&ResourceId.1=c&NextToken=", List.of("apiGroup/c env=prod")),
        arguments("an unknown id", "&ResourceId.1=unknown", List.of()),
        arguments("an unknown key", "&Tag.1.Key=unknown", List.of()),
        arguments("nothing matches", "&ResourceId.1=c&Tag.1.Key=owner", List.of()),
        arguments("another account", "&ResourceId.1=a&Account=2222222222222222", List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void questions(String what, String query, List<String> rows) {
    product.declare("apiGroup", "a", "owner", "li", "env", "prod");
    product.declare("apiGroup", "b", "owner", "", "env", "test");
    product.declare("apiGroup", "c", "env", "prod");
    product.declare("plugin", "c", "env", "pool");
    Reply reply = product.ask(LIST + query);
    assertThat(reply.rows()).isEqualTo(rows);
    assertThat(reply.text("NextToken")).isEqualTo("-1");
  }

  @Test
  void anotherRegionIsAnotherPlace() {
    product.declare("apiGroup", "a", "env", "prod");
    assertThat(product.ask(LIST + "&RegionId=cn-beijing&Tag.1.Key=env").rows()).isEmpty();
  }

  @Test
  void systemTagsAreListedLikeTheUsersOwn() {
    product.declareSystem("apiGroup", "s", "acs:rm:rgId", "rg-1");
    product.ask("TagResources&ResourceType=apiGroup&ResourceId.1=s&Tag.1.Key=env");
    assertThat(product.ask(LIST + "&ResourceId.1=s").rows())
        .containsExactly("apiGroup/s acs:rm:rgId=rg-1", "apiGroup/s env=");
    for (String query :
        List.of("&Tag.1.Key=acs:rm:rgId", "&Tag.1.Key=acs:rm:rgId&Tag.1.Value=rg-1")) {
      assertThat(product.ask(LIST + query).rows()).containsExactly("apiGroup/s acs:rm:rgId=rg-1");
    }
  }

  @Test
  void aPageHoldsFiftyResourcesUnlessTheSettingsSayOtherwise() {
    for (int i = 0; i < 60; i++) {
      product.declare("apiGroup", "r" + i, "a", "", "b", "");
    }
    String query = LIST + "&Tag.1.Key=a&Tag.2.Key=b";
    assertThat(product.ask(query).rows()).hasSize(100);
    assertThat(product.ask(query + "&MaxResults=1").rows()).hasSize(100);
    assertThat(product.restarted(new ServiceSettings(2, false)).ask(query).rows())
        .containsExactly("apiGroup/r0 a=", "apiGroup/r0 b=", "apiGroup/r1 a=", "apiGroup/r1 b=");
  }

  @Property(tries = 200)
  void pageByPageGivesEveryRowOnceAndThenMinusOne(
      @ForAll @Size(max = 12) List<@IntRange(max = 6) Integer> tags,
      @ForAll @IntRange(min = 1, max = 50) int pageSize) {
    List<String> expected = new ArrayList<>();
    StringBuilder query = new StringBuilder(LIST + "&ResourceId.1=unknown");
    for (int r = 0; r < tags.size(); r++) {
      List<String> pairs = new ArrayList<>();
      for (int t = 0; t < tags.get(r); t++) {
        pairs.addAll(List.of("k" + t, "v"));
        expected.add("apiGroup/r" + r + " k" + t + "=v");
      }
      product.declare("apiGroup", "r" + r, pairs.toArray(String[]::new));
      query.append(parameter("ResourceId." + (50 - r), "r" + r));
    }
    ProductUnderTest paged = product.restarted(new ServiceSettings(pageSize, false));

    List<String> rows = new ArrayList<>();
    String token = "";
    do {
      Reply reply = paged.ask(query + parameter("NextToken", token));
      token = reply.text("NextToken");
      long resources = reply.rows().stream().map(row -> row.split(" ", 2)[0]).distinct().count();
      assertThat(resources).isLessThanOrEqualTo(pageSize);
      assertThat(token.equals("-1") || resources == pageSize).isTrue();
      rows.addAll(reply.rows());
    } while (!token.equals("-1"));
    assertThat(rows).isEqualTo(expected);
  }
}

package io.tagginggateway.vpc;

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
class VpcIpamListTest {
  private static final String REGION = "&RegionId=cn-hangzhou";
  private static final String LIST = "ListTagResources&ResourceType=IPAM";

  private final ProductUnderTest product = new ProductUnderTest("VpcIpam", ServiceSettings.DEFAULT);

  static Stream<Arguments> questions() {
    return Stream.of(
        arguments(
            "ResourceId only", "&ResourceId.1=a", List.of("IPAM/a env=prod", "IPAM/a owner=li")),
        arguments(
            "ids in any order",
            "&ResourceId.1=c&ResourceId.2=b",
            List.of("IPAM/b env=test", "IPAM/b owner=", "IPAM/c env=prod")),
        arguments("a repeated id", "&ResourceId.1=c&ResourceId.2=c", List.of("IPAM/c env=prod")),
        arguments(
            "an empty id beside one", "&ResourceId.1=&ResourceId.2=c", List.of("IPAM/c env=prod")),
        arguments(
            "Key only",
            "&Tag.1.Key=env",
            List.of("IPAM/a env=prod", "IPAM/b env=test", "IPAM/c env=prod")),
        arguments(
            "Key and Value",
            "&Tag.1.Key=env&Tag.1.Value=prod",
            List.of("IPAM/a env=prod", "IPAM/c env=prod")),
        arguments("an empty Value", "&Tag.1.Key=owner&Tag.1.Value=", List.of("IPAM/b owner=")),
        arguments(
            "several tags: all of them",
            "&Tag.1.Key=env&Tag.1.Value=prod&Tag.2.Key=owner",
            List.of("IPAM/a env=prod", "IPAM/a owner=li")),
        arguments(
            "ids and tags: both",
            "&ResourceId.1=b&ResourceId.2=c&Tag.1.Key=owner",
            List.of("IPAM/b owner=")),
        arguments("gaps in N", "&ResourceId.7=c&Tag.9.Key=env", List.of("IPAM/c env=prod")),
        arguments(
            "unknown parameters",
            "&ResourceId.1=c&Foo=bar&ResourceId.0=a&Tag.x.Key=k",
            List.of("IPAM/c env=prod")),
        arguments("an empty NextToken", "&ResourceId.1=c&NextToken=", List.of("IPAM/c env=prod")),
        arguments("an unknown id", "&ResourceId.1=unknown", List.of()),
        arguments("an unknown key", "&Tag.1.Key=unknown", List.of()),
        arguments("nothing matches", "&ResourceId.1=c&Tag.1.Key=owner", List.of()),
        arguments("another account", "&ResourceId.1=a&Account=2222222222222222", List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void questions(String what, String query, List<String> rows) {
    product.declare("IPAM", "a", "owner", "li", "env", "prod");
    product.declare("IPAM", "b", "owner", "", "env", "test");
    product.declare("IPAM", "c", "env", "prod");
    product.declare("IPAMPOOL", "c", "env", "pool");
    Reply reply = product.ask(LIST + REGION + query);
    assertThat(reply.rows()).isEqualTo(rows);
    assertThat(reply.text("NextToken")).isEmpty();
  }

  @Test
  void anotherRegionIsAnotherPlace() {
    product.declare("IPAM", "a", "env", "prod");
    assertThat(product.ask(LIST + "&RegionId=cn-beijing&Tag.1.Key=env").rows()).isEmpty();
  }

  @Test
  void aPageHoldsTenRowsUnlessTheClientSaysOtherwise() {
    for (int i = 0; i < 30; i++) {
      product.declare("IPAM", "r" + i, "a", "", "b", "");
    }
    String query = LIST + REGION + "&Tag.1.Key=a&Tag.2.Key=b";
    assertThat(product.ask(query).rows()).hasSize(10);
    assertThat(product.ask(query + "&MaxResults=50").rows()).hasSize(50);
    assertThat(product.ask(query + "&MaxResults=3").rows())
        .containsExactly("IPAM/r0 a=", "IPAM/r0 b=", "IPAM/r1 a=");
  }

  @Property(tries = 200)
  void pageByPageGivesEveryRowOnceAndThenAnEmptyToken(
      @ForAll @Size(max = 12) List<@IntRange(max = 6) Integer> tags,
      @ForAll @IntRange(min = 1, max = 50) int maxResults) {
    List<String> expected = new ArrayList<>();
    StringBuilder query = new StringBuilder(LIST + REGION + "&ResourceId.1=unknown");
    for (int r = 0; r < tags.size(); r++) {
      List<String> pairs = new ArrayList<>();
      for (int t = 0; t < tags.get(r); t++) {
        pairs.addAll(List.of("k" + t, "v"));
        expected.add("IPAM/r" + r + " k" + t + "=v");
      }
      product.declare("IPAM", "r" + r, pairs.toArray(String[]::new));
      query.append(parameter("ResourceId." + (50 - r), "r" + r));
    }
    query.append("&MaxResults=").append(maxResults);

    List<String> rows = new ArrayList<>();
    String token = "";
    do {
      Reply reply = product.ask(query + parameter("NextToken", token));
      token = reply.text("NextToken");
      assertThat(reply.rows().size()).isLessThanOrEqualTo(maxResults);
      assertThat(token.isEmpty() || reply.rows().size() == maxResults).isTrue();
      rows.addAll(reply.rows());
    } while (!token.isEmpty());
    assertThat(rows).isEqualTo(expected);
  }
}

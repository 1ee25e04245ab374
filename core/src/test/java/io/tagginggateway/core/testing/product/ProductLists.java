package io.tagginggateway.core.testing.product;

import static io.tagginggateway.core.testing.Queries.parameter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.tag.PageLimit;
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
public interface ProductLists extends ProductUnderContract {

  /** What is asked, the query, and the rows that come back. */
  static Stream<Arguments> questions() {
    return Stream.of(
        question("ResourceId only", "&ResourceId.1=a", "a env=prod", "a owner=li"),
        question(
            "ids in any order",
            "&ResourceId.1=c&ResourceId.2=b",
            "b env=test",
            "b owner=",
            "c env=prod"),
        question("a repeated id", "&ResourceId.1=c&ResourceId.2=c", "c env=prod"),
        question("an empty id beside one", "&ResourceId.1=&ResourceId.2=c", "c env=prod"),
        question("Key only", "&Tag.1.Key=env", "a env=prod", "b env=test", "c env=prod"),
        question("Key and Value", "&Tag.1.Key=env&Tag.1.Value=prod", "a env=prod", "c env=prod"),
        question("an empty Value", "&Tag.1.Key=owner&Tag.1.Value=", "b owner="),
        question(
            "several tags: all of them",
            "&Tag.1.Key=env&Tag.1.Value=prod&Tag.2.Key=owner",
            "a env=prod",
            "a owner=li"),
        question(
            "ids and tags: both", "&ResourceId.1=b&ResourceId.2=c&Tag.1.Key=owner", "b owner="),
        question("gaps in N", "&ResourceId.7=c&Tag.9.Key=env", "c env=prod"),
        question(
            "unknown parameters",
            "&ResourceId.1=c&Foo=bar&ResourceId.0=a&Tag.x.Key=k",
            "c env=prod"),
        question("an empty NextToken", "&ResourceId.1=c&NextToken=", "c env=prod"),
        question("an unknown id", "&ResourceId.1=unknown"),
        question("an unknown key", "&Tag.1.Key=unknown"),
        question("nothing matches", "&ResourceId.1=c&Tag.1.Key=owner"),
        question("another account", "&ResourceId.1=a&Account=2222222222222222"));
  }

  private static Arguments question(String what, String query, String... rows) {
    return arguments(what, query, rows);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.tagginggateway.core.testing.product.ProductLists#questions")
  default void questions(String what, String query, String[] rows) {
    ProductUnderTest product = sample().product();
    product.declare(sample().type(), "a", "owner", "li", "env", "prod");
    product.declare(sample().type(), "b", "owner", "", "env", "test");
    product.declare(sample().type(), "c", "env", "prod");
    product.declare(sample().otherType(), "c", "env", "pool");
    Reply reply = product.ask(sample().list() + query);
    assertThat(reply.rows()).isEqualTo(sample().rows(rows));
    assertThat(reply.text("NextToken")).isEqualTo(sample().end());
  }

  @Test
  default void anotherRegionIsAnotherPlace() {
    ProductUnderTest product = sample().product();
    product.declare(sample().type(), "a", "env", "prod");
    String query = "&ResourceType=" + sample().type() + "&Tag.1.Key=env";
    assertThat(product.ask("ListTagResources&RegionId=cn-hangzhou" + query).rows()).hasSize(1);
    assertThat(product.ask("ListTagResources&RegionId=cn-beijing" + query).rows()).isEmpty();
  }

  @Property(tries = 200)
  default void pageByPageGivesEveryRowOnceAndThenTheEnd(
      @ForAll @Size(max = 12) List<@IntRange(max = 6) Integer> tags,
      @ForAll @IntRange(min = 1, max = 50) int pageSize) {
    ProductUnderTest product = sample().product();
    List<String> expected = new ArrayList<>();
    StringBuilder query = new StringBuilder(sample().list() + "&ResourceId.1=unknown");
    for (int r = 0; r < tags.size(); r++) {
      List<String> pairs = new ArrayList<>();
      for (int t = 0; t < tags.get(r); t++) {
        pairs.addAll(List.of("k" + t, "v"));
        expected.add(sample().type() + "/r" + r + " k" + t + "=v");
      }
      product.declare(sample().type(), "r" + r, pairs.toArray(String[]::new));
      query.append(parameter("ResourceId." + (50 - r), "r" + r));
    }
    boolean countsRows = sample().pages() == PageLimit.Unit.ROWS;
    query.append(countsRows ? "&MaxResults=" + pageSize : "");
    ProductUnderTest paged =
        countsRows ? product : product.restarted(new ServiceSettings(pageSize, false));

    List<String> rows = new ArrayList<>();
    String token = "";
    do {
      Reply reply = paged.ask(query + parameter("NextToken", token));
      token = reply.text("NextToken");
      long resources = reply.rows().stream().map(row -> row.split(" ", 2)[0]).distinct().count();
      long counted = countsRows ? reply.rows().size() : resources;
      assertThat(counted).isLessThanOrEqualTo(pageSize);
      assertThat(token.equals(sample().end()) || counted == pageSize).isTrue();
      rows.addAll(reply.rows());
    } while (!token.equals(sample().end()));
    assertThat(rows).isEqualTo(expected);
  }
}

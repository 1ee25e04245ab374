package io.tagginggateway.core.testing.product;

import static io.tagginggateway.core.testing.Queries.ids;
import static io.tagginggateway.core.testing.Queries.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tagginggateway.core.testing.ProductUnderTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 5 of the dialect reference: TagResources and UntagResources. */
public interface ProductChanges extends ProductUnderContract {
  /** The resources that the tests begin with. */
  String BOTH = "&ResourceId.1=a&ResourceId.2=b";

  @Test
  default void theSameKeyOverwritesOnAllResources() {
    ProductUnderTest product = withTwo();
    done(product, sample().tag() + BOTH + "&Tag.1.Key=env&Tag.1.Value=new&Tag.2.Key=zone");
    assertThat(rows(product))
        .isEqualTo(sample().rows("a env=new", "a owner=li", "a zone=", "b env=new", "b zone="));
  }

  @Test
  default void aResourceIsCreatedByItsFirstTag() {
    ProductUnderTest product = withTwo();
    done(product, sample().tag() + "&ResourceId.1=new&Tag.1.Key=k&Tag.1.Value=v");
    assertThat(product.ask(sample().list() + "&Tag.1.Key=k").rows())
        .isEqualTo(sample().rows("new k=v"));
  }

  @Test
  default void aRefusedCallChangesNoResource() {
    ProductUnderTest product = withTwo();
    done(product, sample().tag() + "&ResourceId.1=b" + tags(19));
    List<String> before = rows(product);
    for (String refused : List.of("&Tag.1.Key=new", "&Tag.1.Key=x&Tag.2.Key=acs:x")) {
      assertThat(product.ask(sample().tag() + BOTH + refused).status()).isEqualTo(400);
    }
    assertThat(rows(product)).isEqualTo(before).hasSize(22);
  }

  /** What is removed, how the query says so, and what is left. */
  static Stream<Arguments> untags() {
    String[] all = {"a env=prod", "a owner=li", "b env=test"};
    return Stream.of(
        untag("a TagKey", "&TagKey.1=env", "a owner=li"),
        untag("two TagKeys", "&TagKey.1=env&TagKey.2=owner"),
        untag("an unknown TagKey", "&TagKey.1=unknown", all),
        untag("All is ignored with TagKey", "&TagKey.1=owner&All=true", "a env=prod", "b env=test"),
        untag("All=false is ignored with TagKey", "&TagKey.1=env&All=false", "a owner=li"),
        untag("All=true", "&All=true"),
        untag("All=false", "&All=false", all),
        untag("neither TagKey nor All", "", all),
        untag("All without meaning", "&All=", all));
  }

  private static Arguments untag(String what, String query, String... left) {
    return arguments(what, query, left);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.tagginggateway.core.testing.product.ProductChanges#untags")
  default void untags(String what, String query, String[] left) {
    ProductUnderTest product = withTwo();
    for (int time = 0; time < 2; time++) {
      done(product, sample().untag() + BOTH + query);
      assertThat(rows(product)).isEqualTo(sample().rows(left));
    }
  }

  @Test
  default void removingEveryTagSucceedsWhereThereIsNone() {
    done(withTwo(), sample().untag() + ids(3) + "&All=true");
  }

  @Test
  default void anotherAccountsTagsAreNotTouched() {
    ProductUnderTest product = withTwo();
    List<String> before = rows(product);
    done(product, sample().untag() + BOTH + "&All=true&Account=2222222222222222");
    assertThat(rows(product)).isEqualTo(before);
  }

  private ProductUnderTest withTwo() {
    ProductUnderTest product = sample().product();
    product.declare(sample().type(), "a", "env", "prod", "owner", "li");
    product.declare(sample().type(), "b", "env", "test");
    return product;
  }

  private static void done(ProductUnderTest product, String query) {
    assertThat(product.ask(query).error()).isEqualTo("200");
  }

  private List<String> rows(ProductUnderTest product) {
    return product.ask(sample().list() + BOTH + "&MaxResults=50").rows();
  }
}

package io.tagginggateway.vpc;

import static io.tagginggateway.core.testing.Queries.ids;
import static io.tagginggateway.core.testing.Queries.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.testing.ProductUnderTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 5 of the dialect reference: TagResources and UntagResources. */
class VpcIpamChangeTest {
  private static final String COMMON = "&RegionId=cn-hangzhou&ResourceType=IPAM";
  private static final String BOTH = COMMON + "&ResourceId.1=a&ResourceId.2=b";

  private final ProductUnderTest product = new ProductUnderTest("VpcIpam", ServiceSettings.DEFAULT);

  @BeforeEach
  void declareTwo() {
    product.declare("IPAM", "a", "env", "prod", "owner", "li");
    product.declare("IPAM", "b", "env", "test");
  }

  @Test
  void theSameKeyOverwritesOnAllResources() {
    done("TagResources" + BOTH + "&Tag.1.Key=env&Tag.1.Value=new&Tag.2.Key=zone");
    assertThat(rows())
        .containsExactly(
            "IPAM/a env=new", "IPAM/a owner=li", "IPAM/a zone=", "IPAM/b env=new", "IPAM/b zone=");
  }

  @Test
  void aResourceIsCreatedByItsFirstTag() {
    done("TagResources" + COMMON + "&ResourceId.1=new&Tag.1.Key=k&Tag.1.Value=v");
    assertThat(product.ask("ListTagResources" + COMMON + "&Tag.1.Key=k").rows())
        .containsExactly("IPAM/new k=v");
  }

  @Test
  void aRefusedCallChangesNoResource() {
    product.ask("TagResources" + COMMON + "&ResourceId.1=b" + tags(19));
    List<String> before = rows();
    String refused = "TagResources" + BOTH + "&Tag.1.Key=new";
    assertThat(product.ask(refused).status()).isEqualTo(400);
    assertThat(product.ask("TagResources" + BOTH + "&Tag.1.Key=x&Tag.2.Key=").status())
        .isEqualTo(400);
    assertThat(rows()).isEqualTo(before).hasSize(22);
  }

  static Stream<Arguments> untags() {
    List<String> all = List.of("IPAM/a env=prod", "IPAM/a owner=li", "IPAM/b env=test");
    return Stream.of(
        arguments("a TagKey", "&TagKey.1=env", List.of("IPAM/a owner=li")),
        arguments("two TagKeys", "&TagKey.1=env&TagKey.2=owner", List.of()),
        arguments("an unknown TagKey", "&TagKey.1=unknown", all),
        arguments(
            "All is ignored with TagKey",
            "&TagKey.1=owner&All=true",
            List.of("IPAM/a env=prod", "IPAM/b env=test")),
        arguments(
            "All=false is ignored with TagKey",
            "&TagKey.1=env&All=false",
            List.of("IPAM/a owner=li")),
        arguments("All=true", "&All=true", List.of()),
        arguments("All=false", "&All=false", all),
        arguments("neither TagKey nor All", "", all),
        arguments("All without meaning", "&All=", all));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void untags(String what, String query, List<String> left) {
    done("UntagResources" + BOTH + query);
    assertThat(rows()).isEqualTo(left);
    done("UntagResources" + BOTH + query);
    assertThat(rows()).isEqualTo(left);
  }

  @Test
  void removingEveryTagSucceedsWhereThereIsNone() {
    done("UntagResources" + COMMON + ids(3) + "&All=true");
  }

  @Test
  void anotherAccountsTagsAreNotTouched() {
    List<String> before = rows();
    done("UntagResources" + BOTH + "&All=true&Account=2222222222222222");
    assertThat(rows()).isEqualTo(before);
  }

  private void done(String query) {
    assertThat(product.ask(query).error()).isEqualTo("200");
  }

  private List<String> rows() {
    return product.ask("ListTagResources" + BOTH + "&MaxResults=50").rows();
  }
}

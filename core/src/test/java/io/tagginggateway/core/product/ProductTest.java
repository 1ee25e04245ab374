package io.tagginggateway.core.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a product's operations are called. */
class ProductTest {
  private final Product product = SampleProduct.BY_ROWS;

  @ParameterizedTest
  @ValueSource(strings = {"UntagResources", "UnTagResources", "untagresources"})
  void anOperationIsFoundInAnyCaseAndSpelledAsTheProductDoes(String name) {
    Operation operation = product.operation(name);
    assertThat(operation.name()).isEqualTo("UntagResources");
    assertThat(operation.responseName()).isEqualTo("UntagResourcesResponse");
    assertThat(operation.reads()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ListTagResources2", "''", ","})
  void anotherNameIsNoOperation(String name) {
    assertThat(product.operation(name)).isNull();
  }

  @Test
  void aTypeLeadsToTheTrioThatHasIt() {
    assertThat(product.familyOfType("box")).isSameAs(product.tagFamilies().get(0));
    assertThat(product.familyOfType("bag")).isNull();
  }

  @Test
  void aListReadsAndChangesDoNot() {
    Operation list = product.operation("ListTagResources");
    assertThat(list.reads()).isTrue();
    assertThat(list.lists()).isTrue();
    Operation tag = product.operation("TagResources");
    assertThat(tag.reads()).isFalse();
    assertThat(tag.lists()).isFalse();
    assertThat(list.badToken().code()).isEqualTo("BAD_NEXT_TOKEN");
    Products products = new Products(List.of(ProductEntry.of(product)));
    assertThat(products.familyOfType("Sample", "box")).isSameAs(product.tagFamilies().get(0));
    assertThat(products.familyOfType("Sample", "bag")).isNull();
    assertThat(products.familyOfType("Other", "box")).isNull();
  }

  @Test
  void everyErrorThatItCanAnswerIsToldOnce() {
    assertThat(product.errors())
        .doesNotHaveDuplicates()
        .containsAll(product.operation("ListTagResources").errors())
        .containsAll(product.operation("TagResources").errors());
    ErrorTable table = product.tagFamilies().get(0).errors();
    for (TagOperation.Kind kind : TagOperation.Kind.values()) {
      for (Situation situation : Situation.values()) {
        if (table.find(situation, kind) != null) {
          assertThat(table.all()).contains(table.get(situation, kind));
        }
      }
    }
    assertThat(table.find(Situation.KEYS_AND_ALL, TagOperation.Kind.UNTAG)).isNull();
    assertThatThrownBy(() -> table.get(Situation.KEYS_AND_ALL, TagOperation.Kind.UNTAG))
        .hasMessage("no error for keys-and-all of UNTAG");
  }
}

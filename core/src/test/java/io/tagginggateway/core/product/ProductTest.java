package io.tagginggateway.core.product;

import static org.assertj.core.api.Assertions.assertThat;

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
}

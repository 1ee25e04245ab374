package io.tagginggateway.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdinalsTest {
  private final Object edit = new Object();

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 32, 1023, 1024, 32_767, 32_768, 1 << 20, Integer.MAX_VALUE})
  void anOrdinalIsFoundAtEveryDepth(int ordinal) {
    Resource resource = resource(ordinal);
    Ordinals ordinals = Ordinals.EMPTY.with(ordinal, resource, edit);
    assertThat(ordinals.get(ordinal)).isSameAs(resource);
    assertThat(ordinals.get(ordinal ^ 1)).isNull();
    assertThat(ordinals.with(ordinal, null, edit).get(ordinal)).isNull();
  }

  @Test
  void nothingIsFoundBeyondTheEnd() {
    assertThat(Ordinals.EMPTY.get(32)).isNull();
    assertThat(Ordinals.EMPTY.with(5000, resource(5000), edit).get(100)).isNull();
    assertThat(Ordinals.EMPTY.with(5000, resource(5000), edit).get(Integer.MAX_VALUE)).isNull();
  }

  @Test
  void anotherEditLeavesTheVersionBeforeAsItWas() {
    Resource first = resource(3);
    Ordinals before = Ordinals.EMPTY.with(3, first, edit);
    Ordinals after = before.with(3, resource(3), new Object()).with(2000, resource(2000), edit);
    assertThat(before.get(3)).isSameAs(first);
    assertThat(before.get(2000)).isNull();
    assertThat(after.get(3)).isNotSameAs(first);
    assertThat(Ordinals.EMPTY.get(3)).isNull();
  }

  private static Resource resource(int ordinal) {
    return Resource.of("r" + ordinal, ordinal, Resource.NO_TAGS, List.of(), false);
  }
}

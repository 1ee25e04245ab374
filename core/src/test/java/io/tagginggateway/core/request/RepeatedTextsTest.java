package io.tagginggateway.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RepeatedTextsTest {
  private final RepeatedTexts texts = new RepeatedTexts();

  /** Another object each time, as a request brings it. */
  private static String fresh(String text) {
    return new String(text.toCharArray());
  }

  @Test
  void equal_texts_become_one_object() {
    String first = texts.of(fresh("ResourceId.1"));
    assertThat(texts.of(fresh("ResourceId.1"))).isSameAs(first);
  }

  @Test
  void another_text_stays_what_it_is() {
    for (int i = 0; i < 10_000; i++) {
      String text = "value-" + i;
      assertThat(texts.of(fresh(text))).isEqualTo(text);
    }
  }

  @Test
  void texts_of_one_place_take_turns() {
    // They differ where nobody looks for a place.
    String first = texts.of(fresh("ipam-1-of-two"));
    assertThat(texts.of(fresh("ip_m-1-of-two"))).isEqualTo("ip_m-1-of-two");
    assertThat(texts.of(fresh("ipam-1-of-two"))).isEqualTo("ipam-1-of-two").isNotSameAs(first);
  }

  @Test
  void long_and_empty_texts_are_not_kept() {
    String longest = "x".repeat(RepeatedTexts.MAX_LENGTH);
    assertThat(texts.of(fresh(longest))).isSameAs(texts.of(fresh(longest)));
    String longer = texts.of(fresh(longest + "x"));
    assertThat(texts.of(fresh(longest + "x"))).isEqualTo(longer).isNotSameAs(longer);
    assertThat(texts.of("")).isEmpty();
  }

  @Test
  void names_of_a_large_call_are_kept_side_by_side() {
    Set<String> objects = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int round = 0; round < 3; round++) {
      for (int i = 1; i <= 50; i++) {
        objects.add(texts.of(fresh("ResourceId." + i)));
      }
    }
    assertThat(objects).hasSize(50);
  }
}

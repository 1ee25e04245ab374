package io.tagginggateway.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RepeatedParametersTest {
  private final RepeatedParameters seen = new RepeatedParameters();

  /** Another object each time, as a request brings it. */
  private Parameter of(String raw) {
    return seen.of(new String(raw.toCharArray()), 0, raw.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Action=ListTagResources", "Tag.1.Key=%E7%8E%AF+a", "Flag", "a=", "=b"})
  void what_is_sent_again_is_the_parameter_that_was_seen(String raw) {
    assertThat(of(raw)).isNotNull().isSameAs(of(raw));
  }

  @Test
  void a_part_is_found_wherever_it_stands() {
    String query = "Action=ListTagResources&RegionId=cn-hangzhou";
    Parameter region = of("RegionId=cn-hangzhou");
    assertThat(region).isEqualTo(new Parameter("RegionId", "cn-hangzhou"));
    assertThat(seen.of(query, 24, query.length())).isSameAs(region);
    assertThat(seen.of(query, 0, 23)).isEqualTo(new Parameter("Action", "ListTagResources"));
  }

  @Test
  void parameters_of_one_place_take_turns() {
    // They differ where nobody looks for a place.
    assertThat(of("Key1=ipam-1-of-2").name()).isEqualTo("Key1");
    assertThat(of("Key2=ipam-1-of-2").name()).isEqualTo("Key2");
    assertThat(of("Key1=ipam-1-of-2").name()).isEqualTo("Key1");
  }

  @Test
  void what_cannot_be_decoded_never_can() {
    for (String raw : List.of("a=%", "%zz=b", "a=%FF")) {
      assertThat(of(raw)).isNull();
      assertThat(of(raw)).isNull();
    }
  }

  @Test
  void a_long_parameter_is_not_kept_but_its_name() {
    String longest = "Name=" + "x".repeat(RepeatedTexts.MAX_LENGTH - 5);
    assertThat(of(longest)).isSameAs(of(longest));
    Parameter longer = of(longest + "x");
    assertThat(of(longest + "x")).isEqualTo(longer).isNotSameAs(longer);
    assertThat(of(longest + "x").name()).isSameAs(of("Name=y").name());
  }

  @Test
  void the_names_of_other_values_are_one_object() {
    Set<String> names = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int value = 0; value < 1000; value++) {
      names.add(of("Timestamp=" + value).name());
    }
    assertThat(names).hasSize(1);
  }

  @Test
  void a_value_is_never_told_by_accident() {
    assertThat(of("Signature=secret")).hasToString("Parameter[Signature]");
  }

  @Test
  void what_is_remembered_says_what_decoding_says() {
    Random random = new Random(20261127);
    String[] pieces = {"a", "b", "=", "%41", "%", "+", "\u00e4", "1", ".", ""};
    for (int i = 0; i < 20_000; i++) {
      StringBuilder raw = new StringBuilder();
      for (int piece = random.nextInt(5); piece >= 0; piece--) {
        raw.append(pieces[random.nextInt(pieces.length)]);
      }
      if (raw.length() > 0) {
        assertThat(of(raw.toString()))
            .as("%s", raw)
            .isEqualTo(RepeatedParameters.few().of(raw.toString(), 0, raw.length()));
      }
    }
  }
}

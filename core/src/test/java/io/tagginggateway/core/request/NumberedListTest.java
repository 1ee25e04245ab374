package io.tagginggateway.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.request.NumberedList.Member;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedListTest {

  @ParameterizedTest
  @CsvSource({
    "Id.1=a&Id.2=b, a b",
    "Id.10=c&Id.9=b&Id.1=a, a b c", // in order of N, not of text or arrival
    "Id.3=b&Id.1=a, a b", // gaps
    "Id.99999999999=b&Id.1=a, a b",
    "Id.999999999999999999=a, a",
    "Id.1=first&Id.1=second, first",
    "x=y&Id.2=a&IdX.1=z&Id2.1=z&id.1=z, a"
  })
  void membersComeInOrderOfTheirNumber(String raw, String expected) {
    assertThat(String.join(" ", NumberedList.values(Parameters.parse(raw), "Id")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "01",
        "+1",
        "1.",
        "1.1",
        "",
        "x",
        "1x",
        "１", // not a number that counts
        "1000000000000000000",
        "9223372036854775808",
        "99999999999999999999999"
      })
  void whatIsNoNumberIsAnUnknownParameter(String n) {
    assertThat(NumberedList.values(parse("Id." + n), "Id")).isEmpty();
    assertThat(NumberedList.members(parse("Id." + n + ".Key"), "Id")).isEmpty();
    assertThat(NumberedList.values(parse("Id"), "Id")).isEmpty();
  }

  @Test
  void anEmptyValueIsAMember() {
    assertThat(NumberedList.values(Parameters.parse("Id.1=&Id.2=b"), "Id"))
        .containsExactly("", "b");
  }

  @Test
  void keysAndValuesMeetByTheirNumber() {
    String raw =
        "Tag.2.Value=v2&Tag.10.Key=k10&Tag.1.Key=k1&Tag.2.Key=k2&Tag.1.Value=&Tag.3.Value=v3"
            + "&Tag.2.Key=again&Tag.2.Value=again&Tag.4.Other=x&Tag.Key=x&Tag.1=x&Tag.1.x.Key=x"
            + "&Tag.5.key=x&Tag.0.Key=x&Tag.06.Key=x";
    assertThat(List.copyOf(NumberedList.members(Parameters.parse(raw), "Tag")))
        .containsExactly(
            new Member("k1", ""),
            new Member("k2", "v2"),
            new Member(null, "v3"),
            new Member("k10", null));
  }

  private static Parameters parse(String name) {
    Parameters parameters = Parameters.parse(name.replace("+", "%2B").replace("１", "%EF%BC%91"));
    assertThat(parameters.name(0)).isEqualTo(name);
    return parameters;
  }
}

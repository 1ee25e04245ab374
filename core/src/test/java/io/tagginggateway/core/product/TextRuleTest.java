package io.tagginggateway.core.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which keys and values a rule allows, and what it says of the others. */
final class TextRuleTest {
  private static final TextRule RULE =
      new TextRule(
          2,
          4,
          new CharacterSet(true, true, false, ""),
          new CharacterSet(true, true, true, "_-"),
          List.of("acs:", "al"),
          List.of("ht", "::"));

  @ParameterizedTest
  @CsvSource({"ab", "AZ", "az09", "a_-", "环境", "a环", "abcd"})
  void whatFollowsTheRuleIsAllowedAndNothingIsSaidOfIt(String text) {
    assertThat(RULE.allows(text)).isTrue();
    assertThat(RULE.objection(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | is empty",
        "a | is shorter than 2 characters",
        "abcde | has 5 characters, and 4 are allowed",
        "alx | starts with al, which is not allowed",
        "xht | contains ht, which is not allowed",
        "a::b | contains ::, which is not allowed",
        "1a | starts with a character that is not allowed there",
        "_a | starts with a character that is not allowed there",
        "a.b | contains U+002E, which is not allowed",
        "a@ | contains U+0040, which is not allowed",
        "a[ | contains U+005B, which is not allowed",
        "a` | contains U+0060, which is not allowed",
        "a{ | contains U+007B, which is not allowed",
        "a/ | contains U+002F, which is not allowed",
      })
  void whatBreaksTheRuleIsRefusedWithTheReason(String text, String objection) {
    assertThat(RULE.allows(text)).isFalse();
    assertThat(RULE.objection(text)).isEqualTo(objection);
  }

  @Test
  void aTextThatXmlCannotCarryIsNeverAllowed() {
    TextRule any = new TextRule(0, 9, null, null, List.of(), List.of());
    assertThat(any.allows("")).isTrue();
    assertThat(any.objection("")).isNull();
    assertThat(any.allows("a\u0001")).isFalse();
    assertThat(any.objection("a\u0001")).isEqualTo("contains a character that XML cannot carry");
    assertThat(any.allows("😀".repeat(9))).isTrue();
    assertThat(any.objection("😀".repeat(10))).startsWith("has 10 characters");
  }

  @Test
  void theRuleIsToldInWords() {
    assertThat(RULE.inWords())
        .isEqualTo(
            "2 to 4 letters, Chinese characters, digits, _ or -, of which the first is one of:"
                + " letters or Chinese characters, not starting with acs: or al, without ht or ::");
    assertThat(new TextRule(0, 9, null, null, List.of(), List.of()).inWords())
        .isEqualTo("up to 9 characters");
  }
}

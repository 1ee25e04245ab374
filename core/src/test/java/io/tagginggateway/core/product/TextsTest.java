package io.tagginggateway.core.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @Test
  void lengthIsCountedInCharactersAndNotInUtf16() {
    assertThat(Texts.isAtMost(2, "😀😀")).isTrue();
    assertThat(Texts.isAtMost(2, "😀😀😀")).isFalse();
    assertThat(Texts.isAtMost(2, "ab")).isTrue();
    assertThat(Texts.isAtMost(2, "abc")).isFalse();
  }

  @Test
  void urlsAndReservedPrefixesAreSeen() {
    assertThat(Texts.hasUrl("see http://x")).isTrue();
    assertThat(Texts.hasUrl("https://")).isTrue();
    assertThat(Texts.hasUrl("http:/x")).isFalse();
    assertThat(Texts.hasReservedPrefix("aliyunx")).isTrue();
    assertThat(Texts.hasReservedPrefix("acs:x")).isTrue();
    assertThat(Texts.hasReservedPrefix("xacs:")).isFalse();
    assertThat(Texts.hasReservedPrefix("acs")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "\t\n\r", "环境", "😀", "\ue000", "\ufffd", "\u007f\u0085"})
  void textThatXmlCarries(String text) {
    assertThat(Texts.isXmlText(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0",
        "a\u001f",
        "\u000b",
        "\ufffe",
        "\uffff",
        "\ud800",
        "a\udc00",
        "\ude00\ud83d",
        "\ud83d"
      })
  void textThatXmlDoesNotCarry(String text) {
    assertThat(Texts.isXmlText(text)).isFalse();
    assertThat(Texts.isResourceId("r" + text)).isFalse();
  }

  @Test
  void aResourceIdHasOneTo256Characters() {
    assertThat(Texts.isResourceId("")).isFalse();
    assertThat(Texts.isResourceId("r".repeat(256))).isTrue();
    assertThat(Texts.isResourceId("r".repeat(257))).isFalse();
  }

  @Test
  void aWholeNumberHasUpToNineDigitsAndNothingElse() {
    assertThat(Texts.wholeNumber("0")).isZero();
    assertThat(Texts.wholeNumber("1234567890".substring(0, 9))).isEqualTo(123_456_789);
    assertThat(Texts.wholeNumber("007")).isEqualTo(7);
    for (String other : new String[] {"", "1234567890", "-1", "+1", "1.0", " 1", "1:", "/1", "一"}) {
      assertThat(Texts.wholeNumber(other)).as(other).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cn-hangzhou", "us-east-1", "A", "az-09-AZ"})
  void regionsAreLettersDigitsAndHyphens(String region) {
    assertThat(Texts.isRegion(region)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "a_b", "区", "a\n", "a:b", "a@b", "a[b", "a`b", "a{b"})
  void anythingElseIsNoRegion(String region) {
    assertThat(Texts.isRegion(region)).isFalse();
    assertThat(Texts.isRegion("r".repeat(64))).isTrue();
    assertThat(Texts.isRegion("r".repeat(65))).isFalse();
  }
}

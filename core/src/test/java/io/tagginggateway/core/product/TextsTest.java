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

  @ParameterizedTest
  @ValueSource(strings = {"cn-hangzhou", "us-east-1", "A"})
  void regionsAreLettersDigitsAndHyphens(String region) {
    assertThat(Texts.isRegion(region)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "a_b", "区", "a\n"})
  void anythingElseIsNoRegion(String region) {
    assertThat(Texts.isRegion(region)).isFalse();
    assertThat(Texts.isRegion("r".repeat(64))).isTrue();
    assertThat(Texts.isRegion("r".repeat(65))).isFalse();
  }
}

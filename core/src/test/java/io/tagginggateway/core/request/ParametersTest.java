package io.tagginggateway.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tagginggateway.core.error.GatewayErrors;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  static Stream<Arguments> readable() {
    return Stream.of(
        arguments("plain", "a=b", "b"),
        arguments("a plus is a space", "a=x+y", "x y"),
        arguments("an escaped space", "a=x%20y", "x y"),
        arguments("an escaped plus", "a=x%2By", "x+y"),
        arguments("a tilde raw or escaped", "a=~%7E%7e", "~~~"),
        arguments("marks raw or escaped", "a=*()'%2A%28%29%27", "*()'*()'"),
        arguments("escapes of either case", "a=%e7%8E%af", "环"),
        arguments("raw bytes of UTF-8", "a=\u00e7\u008e\u00af", "环"),
        arguments("beyond the basic plane", "a=%F0%9F%98%80", "😀"),
        arguments("a control character", "a=%00", "\0"),
        arguments("an equals sign in the value", "a=b=c", "b=c"),
        arguments("an empty value", "a=", ""),
        arguments("no equals sign", "a", ""),
        arguments("empty pieces", "&&a=b&&", "b"),
        arguments("the first of two", "a=1&a=2", "1"),
        arguments("behind a piece without equals sign", "x&y&a=b=c&z", "b=c"),
        arguments("an escaped name", "%61=b", "b"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void readable(String what, String raw, String value) {
    Parameters parameters = Parameters.parse(raw);
    assertThat(parameters.problem()).isNull();
    assertThat(parameters.get("a")).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%4",
        "%4=",
        "%zz",
        "%4g",
        "%-1",
        "%+1",
        "%%41", // bad escapes
        "%80",
        "%C3",
        "%C3%28",
        "%E4%BD", // cut or stray bytes
        "%C0%AF",
        "%E0%80%AF",
        "%F0%80%80%AF", // overlong
        "%ED%A0%80",
        "%ED%BF%BF", // lone surrogates
        "%F4%90%80%80",
        "%FF",
        "%FE", // beyond Unicode
        "\u0080",
        "\u4f60" // raw bytes that are none
      })
  void unreadable(String text) {
    for (String raw :
        new String[] {"b=1&a=" + text + "&Format=JSON", "b=1&" + text + "=a&Format=JSON"}) {
      Parameters parameters = Parameters.parse(raw);
      assertThat(parameters.problem()).as(raw).isEqualTo(GatewayErrors.MALFORMED_PARAMETERS);
      assertThat(parameters.get("Format")).isEqualTo("JSON");
      assertThat(parameters.get("b")).isEqualTo("1");
      assertThat(parameters.size()).isEqualTo(2);
    }
  }

  @Property
  void whatIsEncodedIsReadBack(@ForAll @NotBlank String name, @ForAll String value) {
    String raw = encode(name) + "=" + encode(value);
    Parameters parameters = Parameters.parse(raw);
    assertThat(parameters.problem()).isNull();
    assertThat(parameters.get(utf8(name))).isEqualTo(utf8(value));
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll String raw) {
    Parameters parameters = Parameters.parse(raw);
    for (int i = 0; i < parameters.size(); i++) {
      assertThat(parameters.get(parameters.name(i))).isNotNull();
      assertThat(utf8(parameters.value(i))).isEqualTo(parameters.value(i));
    }
  }

  @Test
  void asManyAsAllowedAreReadAndOneMoreIsRefused() {
    String most = "a=1&".repeat(Parameters.MAX);
    assertThat(Parameters.parse(most).size()).isEqualTo(Parameters.MAX);
    assertThat(Parameters.parse(most).problem()).isNull();
    assertThat(Parameters.parse(most + "b=2").problem())
        .isEqualTo(GatewayErrors.TOO_MANY_PARAMETERS);
  }

  @Test
  void theQueryWinsOverTheFormAndEitherProblemStays() {
    Parameters query = Parameters.parse("a=query&b=1");
    Parameters both = query.and(Parameters.parse("a=form&c=2"));
    assertThat(both.get("a")).isEqualTo("query");
    assertThat(both.get("c")).isEqualTo("2");
    assertThat(both.get("d")).isNull();
    assertThat(both.size()).isEqualTo(4);
    assertThat(query.and(Parameters.parse("%")).problem())
        .isEqualTo(GatewayErrors.MALFORMED_PARAMETERS);
    assertThat(Parameters.parse("%").and(query).problem())
        .isEqualTo(GatewayErrors.MALFORMED_PARAMETERS);
    assertThat(query.and(Parameters.parse(""))).isSameAs(query);
    assertThat(Parameters.EMPTY.and(query)).isSameAs(query);
  }

  @Test
  void valuesAreNotPrinted() {
    assertThat(Parameters.parse("AccessKeyId=a&Signature=secret"))
        .hasToString("Parameters[AccessKeyId, Signature]");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The text without lone surrogates, which no encoder can send. */
  private static String utf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}

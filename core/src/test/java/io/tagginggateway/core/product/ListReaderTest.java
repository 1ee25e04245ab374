package io.tagginggateway.core.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.ListEncodings.Encoding;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.request.Parameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are written as one JSON text. */
final class ListReaderTest {
  @Test
  void tagsMayBeAnArrayOrAnObject() {
    NumberedList.Member env = new NumberedList.Member("env", "test");
    NumberedList.Member owner = new NumberedList.Member("owner", "");
    assertThat(tags("[{\"Key\":\"env\",\"Value\":\"test\"},{\"key\":\"owner\",\"value\":\"\"}]"))
        .containsExactly(env, owner);
    assertThat(tags("{\"env\":\"test\",\"owner\":\"\"}")).containsExactly(env, owner);
    assertThat(tags("{}")).isEmpty();
    assertThat(tags("")).isEmpty();
  }

  @Test
  void textsMayBeAnArrayOrSeparatedByCommas() {
    assertThat(texts("[\"a\",\"b,c\"]", Encoding.JSON)).containsExactly("a", "b,c");
    assertThat(texts("", Encoding.JSON)).isEmpty();
    assertThat(texts("[]", Encoding.JSON)).isEmpty();
    for (String none : new String[] {"{}", "[1]", "[\"a\"", "[\"a\"] x", "a", "[[]]"}) {
      assertThat(texts(none, Encoding.JSON)).as(none).isNull();
    }
    assertThat(texts("a,b,", Encoding.COMMA)).containsExactly("a", "b", "");
    assertThat(texts("", Encoding.COMMA)).isEmpty();
  }

  private static @Nullable Collection<String> texts(String sent, Encoding encoding) {
    Parameters parameters =
        Parameters.parse("Ids=" + URLEncoder.encode(sent, StandardCharsets.UTF_8));
    return ListReader.texts(parameters, "Ids", encoding);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"env\":1}",
        "{\"env\":{}}",
        "{\"env\":\"test\"} x",
        "{\"env\"",
        "\"env\"",
        "1",
        "[1]",
        "x"
      })
  void whatIsNeitherReadsAsNull(String sent) {
    assertThat(tags(sent)).isNull();
  }

  private static @Nullable Collection<NumberedList.Member> tags(String sent) {
    Parameters parameters =
        Parameters.parse("Tags=" + URLEncoder.encode(sent, StandardCharsets.UTF_8));
    return ListReader.tags(parameters, "Tags", Encoding.JSON);
  }
}

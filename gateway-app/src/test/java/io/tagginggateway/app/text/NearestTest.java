package io.tagginggateway.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {
  private static final List<String> KNOWN =
      List.of("ListTagResources", "TagResources", "UntagResources", "apiGroup", "plugin", "app");

  @ParameterizedTest
  @CsvSource({
    "ListTagResource, ListTagResources",
    "listtagresources, ListTagResources",
    "UnTagResource, UntagResources",
    "apigroup, apiGroup",
    "plguin, plugin",
    "ap, app",
    "teapot, ",
    "'', ",
    "x, ",
  })
  void findsWhatWasMeantAndNothingFar(String sent, String nearest) {
    assertThat(Nearest.to(sent, KNOWN)).isEqualTo(nearest);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, 0",
    "abc, abd, 1",
    "abc, acb, 1",
    "abc, abcd, 1",
    "abc, xyz, 3",
    "'', ab, 2"
  })
  void countsEdits(String one, String other, int edits) {
    assertThat(Nearest.edits(one, other, 5)).isEqualTo(edits);
    assertThat(Nearest.edits(other, one, 5)).isEqualTo(edits);
  }

  @Test
  void givesUpBeyondWhatIsAllowed() {
    assertThat(Nearest.edits("a".repeat(80), "b".repeat(80), 6)).isEqualTo(7);
  }

  @Test
  void looksAtNoMoreThanItsBound() {
    List<String> many = Collections.nCopies(Nearest.MOST, "zzzzzzzz");
    List<String> all = new ArrayList<>(many);
    all.add("plugin");
    assertThat(Nearest.to("plugin", all)).isNull();
  }

  @Test
  void saysWhatIsKnownAndQuotesLittle() {
    assertThat(KnownNames.unknown("product", "plugi", KNOWN))
        .isEqualTo(
            "no such product: plugi; did you mean plugin?; known: ListTagResources, TagResources,"
                + " UntagResources, apiGroup, plugin, app");
    assertThat(KnownNames.unknown("product", "x".repeat(1000), KNOWN)).hasSizeLessThan(250);
  }
}

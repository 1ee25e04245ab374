package io.tagginggateway.core.testing.product;

import static io.tagginggateway.core.testing.Queries.ids;
import static io.tagginggateway.core.testing.Queries.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.testing.ProductUnderTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys and values are allowed; lengths count characters and not UTF-16. */
public interface ProductTexts extends ProductErrors {
  /** The most characters of a value. */
  int MOST = 128;

  /** Keys that can be set, asked for and removed. */
  List<String> goodKeys();

  /** Keys that can be asked for and neither set nor removed. */
  default List<String> keysToAskFor() {
    return List.of();
  }

  /** Keys that cannot even be asked for. */
  List<String> badKeys();

  @Test
  default void keys() {
    assertThat(goodKeys()).hasSizeGreaterThan(10);
    for (String key : goodKeys()) {
      ProductUnderTest product = sample().product();
      String tag = ids(1) + parameter("Tag.1.Key", key);
      assertThat(product.ask(sample().tag() + tag).error()).as(key).isEqualTo("200");
      assertThat(product.ask(sample().list() + tag).rows())
          .isEqualTo(sample().rows("r1 " + key + "="));
      String untag = ids(1) + parameter("TagKey.1", key);
      assertThat(product.ask(sample().untag() + untag).error()).as(key).isEqualTo("200");
      assertThat(product.ask(sample().list() + ids(1)).rows()).isEmpty();
    }
  }

  @Test
  default void badKeysAreRefused() {
    assertThat(badKeys()).hasSizeGreaterThan(5);
    for (String key : badKeys()) {
      cannotBeSetNorRemoved(key);
      assertThat(list("Tag.1.Key", key)).as(key).isEqualTo(error(Situation.BAD_KEY, Kind.LIST));
    }
    for (String key : keysToAskFor()) {
      cannotBeSetNorRemoved(key);
      assertThat(list("Tag.1.Key", key)).as(key).isEqualTo("200");
    }
  }

  private void cannotBeSetNorRemoved(String key) {
    ProductUnderTest product = sample().product();
    assertThat(product.ask(sample().tag() + ids(1) + parameter("Tag.1.Key", key)).error())
        .as(key)
        .isEqualTo(error(Situation.BAD_KEY, Kind.TAG));
    assertThat(product.ask(sample().untag() + ids(1) + parameter("TagKey.1", key)).error())
        .as(key)
        .isEqualTo(error(Situation.BAD_KEY, Kind.UNTAG));
  }

  private String list(String parameter, String value) {
    return sample().product().ask(sample().list() + ids(1) + parameter(parameter, value)).error();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a b", "环境", "<&>\"'", "😀", "aliyun", "acs:x", "http:/", "\t"})
  default void values(String value) {
    isTaken(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v", "😀"})
  default void valuesOfAllLengths(String character) {
    isTaken(character.repeat(MOST));
    isRefused(character.repeat(MOST + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "see https://x", "\0", "\u001f", "\ufffe"})
  default void badValues(String value) {
    isRefused(value);
  }

  private void isTaken(String value) {
    ProductUnderTest product = sample().product();
    String tag = ids(1) + "&Tag.1.Key=k" + parameter("Tag.1.Value", value);
    assertThat(product.ask(sample().tag() + tag).error()).isEqualTo("200");
    assertThat(product.ask(sample().list() + tag).rows()).isEqualTo(sample().rows("r1 k=" + value));
  }

  private void isRefused(String value) {
    String tag = ids(1) + "&Tag.1.Key=k" + parameter("Tag.1.Value", value);
    for (Kind kind : List.of(Kind.LIST, Kind.TAG)) {
      assertThat(sample().product().ask(sample().typed(kind) + tag).error())
          .isEqualTo(error(Situation.BAD_VALUE, kind));
    }
  }
}

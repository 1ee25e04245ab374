package io.tagginggateway.core.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tagginggateway.core.tag.Cursor;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.TagFilter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokensTest {
  private static final Partition PARTITION = new Partition("1", "VpcIpam", "cn-hangzhou", "IPAM");
  private static final List<String> IDS = List.of("a", "b");
  private static final List<TagFilter> FILTERS =
      List.of(new TagFilter("k", null), new TagFilter("l", "v"));
  private static final List<String> ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=%. "
          .chars()
          .mapToObj(Character::toString)
          .toList();

  private final PageTokens tokens = new PageTokens(PARTITION, IDS, FILTERS);

  @Tag("random")
  @Property
  void aCursorIsReadBackByANewInstance(@ForAll byte[] place) {
    Cursor cursor = new Cursor(place);
    String token = tokens.encode(cursor);
    assertThat(token).matches("[A-Za-z0-9_-]+");
    assertThat(new PageTokens(PARTITION, IDS, FILTERS).decode(token)).isEqualTo(cursor);
  }

  @Test
  void everyEditOfOneCharacterIsRefused() {
    for (Cursor cursor : List.of(cursor("环境"), cursor("k"), cursor(""))) {
      String token = tokens.encode(cursor);
      for (int i = 0; i < token.length(); i++) {
        for (String c : ALPHABET) {
          String edited = token.substring(0, i) + c + token.substring(i + 1);
          if (!edited.equals(token)) {
            assertThat(tokens.decode(edited)).as(edited).isNull();
          }
        }
      }
    }
  }

  @Test
  void aTruncatedOrExtendedTokenIsRefused() {
    String token = tokens.encode(cursor("key"));
    for (int i = 0; i < token.length(); i++) {
      assertThat(tokens.decode(token.substring(0, i))).isNull();
      assertThat(tokens.decode(token.substring(i + 1))).isNull();
    }
    for (String c : ALPHABET) {
      assertThat(tokens.decode(token + c)).isNull();
      assertThat(tokens.decode(c + token)).isNull();
    }
    assertThat(tokens.decode(token + "==")).isNull();
    assertThat(tokens.decode(token + token)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "0",
        "null",
        "FFmyTO70tTpLG6I3FmYAXGKPd****",
        "1d2db86sca4384811e0b5e8707e68181f",
        "环境"
      })
  void whatWasNeverIssuedIsRefused(String token) {
    assertThat(tokens.decode(token)).isNull();
  }

  static Stream<Arguments> others() {
    return Stream.of(
        arguments("account", with("2", "VpcIpam", "cn-hangzhou", "IPAM"), IDS, FILTERS),
        arguments("product", with("1", "CloudAPI", "cn-hangzhou", "IPAM"), IDS, FILTERS),
        arguments("region", with("1", "VpcIpam", "cn-beijing", "IPAM"), IDS, FILTERS),
        arguments("type", with("1", "VpcIpam", "cn-hangzhou", "IPAMPOOL"), IDS, FILTERS),
        arguments("fewer ids", PARTITION, List.of("a"), FILTERS),
        arguments("ids that run together", PARTITION, List.of("ab"), FILTERS),
        arguments("ids that stand for filters", PARTITION, List.of("a", "b", "k", ""), FILTERS),
        arguments("fewer filters", PARTITION, IDS, FILTERS.subList(0, 1)),
        arguments("no filters", PARTITION, IDS, List.of()),
        arguments(
            "an empty value instead of none",
            PARTITION,
            IDS,
            List.of(new TagFilter("k", ""), new TagFilter("l", "v"))),
        arguments(
            "another value",
            PARTITION,
            IDS,
            List.of(new TagFilter("k", null), new TagFilter("l", "w"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void others(String what, Partition partition, List<String> ids, List<TagFilter> filters) {
    String token = tokens.encode(cursor("k"));
    assertThat(new PageTokens(partition, ids, filters).decode(token)).isNull();
    assertThat(tokens.decode(token)).isEqualTo(cursor("k"));
  }

  private static Cursor cursor(String place) {
    return new Cursor(place.getBytes(StandardCharsets.UTF_8));
  }

  private static Partition with(String account, String product, String region, String type) {
    return new Partition(account, product, region, type);
  }
}

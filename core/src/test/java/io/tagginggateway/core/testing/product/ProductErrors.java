package io.tagginggateway.core.testing.product;

import static io.tagginggateway.core.product.TagOperation.Kind.LIST;
import static io.tagginggateway.core.product.TagOperation.Kind.TAG;
import static io.tagginggateway.core.product.TagOperation.Kind.UNTAG;
import static io.tagginggateway.core.testing.Queries.ids;
import static io.tagginggateway.core.testing.Queries.parameter;
import static io.tagginggateway.core.testing.Queries.tagKeys;
import static io.tagginggateway.core.testing.Queries.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.testing.ProductUnderTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 6 of the dialect reference: each row that the tables of products share. */
public interface ProductErrors extends ProductUnderContract {
  /** A value that no product allows. */
  String BAD_VALUE = "&Tag.1.Key=k&Tag.1.Value=http://";

  /**
   * The error of a situation in an operation, as {@code status code: message}; written down here
   * anew, and not taken from the product's file.
   */
  String error(Situation situation, Kind kind);

  /** What is wrong, the operation, whether it names a type, the rest, and the situation. */
  static Stream<Arguments> table() {
    return Stream.of(
        bare("no ResourceType, list", LIST, ids(1), Situation.NO_RESOURCE_TYPE),
        bare("no ResourceType, tag", TAG, ids(1) + tags(1), Situation.NO_RESOURCE_TYPE),
        bare("no ResourceType, untag", UNTAG, ids(1), Situation.NO_RESOURCE_TYPE),
        bare("an empty type", LIST, "&ResourceType=", Situation.NO_RESOURCE_TYPE),
        bare("unknown type", TAG, "&ResourceType=Nothing", Situation.UNKNOWN_RESOURCE_TYPE),
        typed("> 50 ids, list", LIST, ids(51), Situation.TOO_MANY_RESOURCE_IDS),
        typed("> 50 ids, tag", TAG, ids(51) + tags(1), Situation.TOO_MANY_RESOURCE_IDS),
        typed("> 50 ids, untag", UNTAG, ids(51), Situation.TOO_MANY_RESOURCE_IDS),
        typed("> 20 tags, list", LIST, tags(21), Situation.TOO_MANY_TAGS),
        typed("> 20 tags, tag", TAG, ids(1) + tags(21), Situation.TOO_MANY_TAGS),
        typed("> 20 tags, untag", UNTAG, ids(1) + tagKeys(21), Situation.TOO_MANY_TAGS),
        typed("list: neither ids nor tags", LIST, "", Situation.NO_RESOURCE_IDS_NOR_TAGS),
        typed("list: an empty id", LIST, "&ResourceId.1=", Situation.NO_RESOURCE_IDS_NOR_TAGS),
        typed("tag: no ids", TAG, tags(1), Situation.NO_RESOURCE_IDS),
        typed("untag: no ids", UNTAG, tagKeys(1), Situation.NO_RESOURCE_IDS),
        typed("tag: no tags", TAG, ids(1), Situation.NO_TAGS),
        typed("a key twice, list", LIST, "&Tag.1.Key=k&Tag.2.Key=k", Situation.DUPLICATE_KEY),
        typed(
            "a key twice, tag", TAG, ids(1) + "&Tag.1.Key=k&Tag.3.Key=k", Situation.DUPLICATE_KEY),
        typed(
            "a key twice, untag",
            UNTAG,
            ids(1) + "&TagKey.1=k&TagKey.2=k",
            Situation.DUPLICATE_KEY),
        typed("an illegal key", TAG, ids(1) + "&Tag.1.Key=acs:x", Situation.BAD_KEY),
        typed("a Value without Key, list", LIST, "&Tag.1.Value=v", Situation.VALUE_WITHOUT_KEY),
        typed(
            "a Value without Key, beside ids",
            LIST,
            ids(1) + "&Tag.1.Value=",
            Situation.VALUE_WITHOUT_KEY),
        typed(
            "a Value without Key, tag",
            TAG,
            ids(1) + tags(1) + "&Tag.2.Value=v",
            Situation.VALUE_WITHOUT_KEY),
        typed("an illegal value", TAG, ids(1) + BAD_VALUE, Situation.BAD_VALUE),
        typed("an id for no XML", LIST, "&ResourceId.1=%01", Situation.BAD_RESOURCE_ID),
        typed("a token never issued", LIST, ids(1) + "&NextToken=x", Situation.BAD_NEXT_TOKEN),
        typed("an end sent back", LIST, ids(1) + "&NextToken=-1", Situation.BAD_NEXT_TOKEN));
  }

  private static Arguments bare(String when, Kind kind, String rest, Situation situation) {
    return arguments(when, kind, false, rest, situation);
  }

  private static Arguments typed(String when, Kind kind, String rest, Situation situation) {
    return arguments(when, kind, true, rest, situation);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.tagginggateway.core.testing.product.ProductErrors#table")
  default void table(String when, Kind kind, boolean typed, String rest, Situation situation) {
    String query = (typed ? sample().typed(kind) : sample().bare(kind)) + rest;
    assertThat(sample().product().ask(query).error()).isEqualTo(error(situation, kind));
  }

  /** The same where two things are wrong, and the first is answered. */
  static Stream<Arguments> order() {
    return Stream.of(
        bare("type before sizes", LIST, ids(51), Situation.NO_RESOURCE_TYPE),
        typed("ids before tags", LIST, ids(51) + tags(21), Situation.TOO_MANY_RESOURCE_IDS),
        typed("sizes before presence", TAG, tags(21), Situation.TOO_MANY_TAGS),
        typed("ids missing before tags missing", TAG, "", Situation.NO_RESOURCE_IDS),
        typed("presence before keys", TAG, "&Tag.1.Value=v", Situation.NO_RESOURCE_IDS),
        typed(
            "keys before values",
            LIST,
            parameter("Tag.1.Key", "k".repeat(129)) + "&Tag.1.Value=http://",
            Situation.BAD_KEY),
        typed("values before paging", LIST, BAD_VALUE + "&NextToken=x", Situation.BAD_VALUE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.tagginggateway.core.testing.product.ProductErrors#order")
  default void order(String when, Kind kind, boolean typed, String rest, Situation situation) {
    table(when, kind, typed, rest, situation);
  }

  @Test
  default void asManyAsAllowedAreTaken() {
    ProductUnderTest product = sample().product();
    assertThat(product.ask(sample().tag() + ids(50) + tags(20)).error()).isEqualTo("200");
    int rows = sample().pages() == PageLimit.Unit.ROWS ? 50 : 1000;
    assertThat(product.ask(sample().list() + ids(50) + tags(20) + "&MaxResults=50").rows())
        .hasSize(rows);
    String again = sample().list() + ids(50) + "&ResourceId.51=r1&ResourceId.52=";
    assertThat(product.ask(again).error()).isEqualTo("200");
    assertThat(product.ask(sample().untag() + ids(50) + tagKeys(20)).error()).isEqualTo("200");
  }

  @Test
  default void moreThan20TagsOnOneResource() {
    ProductUnderTest product = sample().product();
    product.ask(sample().tag() + ids(1) + tags(20));
    String more = sample().tag() + "&ResourceId.1=new&ResourceId.2=r1&Tag.1.Key=more";
    assertThat(product.ask(more).error())
        .isEqualTo(error(Situation.TOO_MANY_TAGS_ON_RESOURCE, TAG));
    String again = sample().tag() + ids(1) + "&Tag.1.Key=k1&Tag.1.Value=again";
    assertThat(product.ask(again).error()).isEqualTo("200");
    assertThat(product.ask(sample().list() + "&Tag.1.Key=more").rows()).isEmpty();
  }

  @Test
  default void aNextTokenOfAnotherQuery() {
    ProductUnderTest product = sample().product().restarted(new ServiceSettings(1, false));
    product.ask(sample().tag() + ids(2) + tags(2));
    String list = sample().list() + "&MaxResults=1";
    String token = product.ask(list + ids(2)).text("NextToken");
    String sent = parameter("NextToken", token);
    assertThat(product.ask(list + ids(2) + sent).error()).isEqualTo("200");
    String wrong = error(Situation.BAD_NEXT_TOKEN, LIST);
    for (String other : List.of(ids(1), ids(2) + tags(1), tags(1))) {
      assertThat(product.ask(list + other + sent).error()).isEqualTo(wrong);
    }
    assertThat(product.ask(list + ids(2) + sent + "x").error()).isEqualTo(wrong);
  }
}

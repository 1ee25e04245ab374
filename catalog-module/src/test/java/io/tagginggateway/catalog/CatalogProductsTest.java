package io.tagginggateway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.EndOfList;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.Style;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.testing.ProductUnderTest;
import io.tagginggateway.core.testing.Reply;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every product version in this module by what its file says. */
class CatalogProductsTest {
  private static final Pattern TOKEN = Pattern.compile("\"(?i:next_?token)\":\"([^\"]*)\"");

  /** A product version, with a name that tells a failing test. */
  record Case(String title, Product product) {
    TagFamily family() {
      return product.tagFamilies().get(0);
    }

    /** The ROA style is documented in JSON alone. */
    List<Format> formats() {
      return product.head().style() == Style.RPC ? List.of(Format.values()) : List.of(Format.JSON);
    }

    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Case> all() {
    return new CatalogProducts()
        .entries().stream()
            .map(entry -> new Case(entry.head().title(), entry.product()))
            .filter(played -> !played.product().tagFamilies().isEmpty());
  }

  static Stream<Case> withChanges() {
    return all().filter(played -> played.family().names().tag() != null);
  }

  @Test
  void everyFileIsInTheBundle() {
    assertThat(new CatalogProducts().entries())
        .extracting(ProductEntry::origin)
        .contains("Slb-2014-05-15.yaml", "Cbn-2017-09-12.yaml", "Yundun-dbaudit-2021-04-16.yaml")
        .hasSizeGreaterThan(95);
  }

  @ParameterizedTest
  @MethodSource("withChanges")
  void tagsAreSetListedByIdAndByTagAndRemoved(Case played) {
    ProductUnderTest product = new ProductUnderTest(played.product(), ServiceSettings.DEFAULT);
    TagCalls calls = new TagCalls(played.family());
    TagCalls.Part ids = calls.ids(calls.ids());
    String listed = calls.call(Kind.LIST, ids);

    done(product.ask(calls.call(Kind.TAG, ids, calls.tags("env", "first", "zone", "second"))));
    for (Format format : played.formats()) {
      String text = product.ask(format, listed).body();
      assertThat(count(text, "first")).as(text).isEqualTo(calls.ids().size());
      assertThat(count(text, "second")).as(text).isEqualTo(calls.ids().size());
    }
    String byTag = product.ask(calls.call(Kind.LIST, ids, calls.tags("env", "first"))).body();
    assertThat(count(byTag, "first")).as(byTag).isEqualTo(calls.ids().size());
    assertThat(count(byTag, "second")).as(byTag).isZero();

    done(product.ask(calls.call(Kind.UNTAG, ids, calls.keys("env"))));
    String left = product.ask(listed).body();
    assertThat(count(left, "first")).as(left).isZero();
    assertThat(count(left, "second")).as(left).isEqualTo(calls.ids().size());
  }

  static Stream<Case> withPageSize() {
    return withChanges()
        .filter(played -> played.family().parameters().pageSize() != null)
        .filter(played -> played.family().paging().end().paged());
  }

  @ParameterizedTest
  @MethodSource("withPageSize")
  void aListIsReadPageByPageToItsEnd(Case played) {
    TagFamily family = played.family();
    ProductUnderTest product = new ProductUnderTest(played.product(), ServiceSettings.DEFAULT);
    TagCalls calls = new TagCalls(family);
    TagCalls.Part ids = calls.ids(calls.ids().subList(0, 1));
    done(product.ask(calls.call(Kind.TAG, ids, calls.tags("env", "first", "zone", "second"))));
    String sized =
        calls.call(
            Kind.LIST,
            ids,
            operation -> TagCalls.parameter(String.valueOf(family.parameters().pageSize()), "1"));

    String first = product.ask(sized).body();
    String token = token(first);
    String second =
        product
            .ask(
                sized + TagCalls.parameter(String.valueOf(family.parameters().token()), token + ""))
            .body();

    assertThat(count(first, "first") + count(first, "second")).as(first).isEqualTo(1);
    assertThat(count(second, "first") + count(second, "second")).as(second).isEqualTo(1);
    assertThat(token(second)).as(second).isEqualTo(family.paging().end().token());
  }

  @ParameterizedTest
  @MethodSource("all")
  void anEmptyListEndsAtOnce(Case played) {
    TagFamily family = played.family();
    ProductUnderTest product = new ProductUnderTest(played.product(), ServiceSettings.DEFAULT);
    TagCalls calls = new TagCalls(family);

    Reply reply = product.ask(calls.call(Kind.LIST, calls.ids(List.of("nothing"))));

    done(reply);
    EndOfList end = family.paging().end();
    assertThat(token(reply.body())).as(reply.body()).isEqualTo(end.paged() ? end.token() : null);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aListOfNeitherIdsNorTagsGivesTheProductsOwnError(Case played) {
    ProductUnderTest product = new ProductUnderTest(played.product(), ServiceSettings.DEFAULT);
    TagCalls calls = new TagCalls(played.family());

    Reply reply = product.ask(calls.call(Kind.LIST));

    boolean needsIds =
        played.family().parameters().required().list().contains(played.family().parameters().ids());
    Situation expected = needsIds ? Situation.NO_RESOURCE_IDS : Situation.NO_RESOURCE_IDS_NOR_TAGS;
    ApiError error = played.family().errors().get(expected, Kind.LIST);
    assertThat(reply.error()).startsWith(error.status() + " " + error.code() + ": ");
  }

  private static void done(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
  }

  private static int count(String text, String value) {
    return text.split(Pattern.quote(value), -1).length - 1;
  }

  private static @Nullable String token(String json) {
    Matcher found = TOKEN.matcher(json);
    return found.find() ? found.group(1) : null;
  }
}

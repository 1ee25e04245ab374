package io.tagginggateway.core.testing.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Cursor;
import io.tagginggateway.core.tag.ForeignCursorException;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TagStore;
import io.tagginggateway.core.testing.store.NaiveStore.Row;
import io.tagginggateway.core.testing.store.StoreScripts.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lists show, page by page, held against a model of it that is as plain as can be. */
public interface TagStorePages extends TagStoreFactory {

  record Question(List<String> ids, List<TagFilter> filters, PageLimit limit) {
    TagQuery after(Cursor cursor) {
      return new TagQuery(ids, filters, limit, cursor);
    }
  }

  @net.jqwik.api.Tag("random")
  @Property(tries = 1000)
  default void aListGivesWhatTheModelGives(
      @ForAll("scripts") List<Step> script, @ForAll("questions") Question question) {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    NaiveStore model = new NaiveStore();
    script.forEach(step -> step.run(store, model));
    TagQuery query =
        new TagQuery(question.ids(), question.filters(), StoreUnderTest.EVERYTHING, null);
    assertThat(rows(store.list(query)))
        .containsExactlyInAnyOrderElementsOf(model.rows(question.ids(), question.filters()));
  }

  @net.jqwik.api.Tag("random")
  @Property(tries = 500)
  default void whatIsStoredIsWhatTheModelStores(@ForAll("scripts") List<Step> script) {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    NaiveStore model = new NaiveStore();
    script.forEach(step -> step.run(store, model));
    List<StoredResource> stored = store.stored();
    assertThat(stored).containsExactlyInAnyOrderElementsOf(model.stored());
    TagStore.Size size = new TagStore.Size(stored.size(), model.rows(List.of(), List.of()).size());
    // Asked once: a store that others use too counts everything of theirs for it.
    assertThat(store.sizeIfThere())
        .isEqualTo(stored.isEmpty() ? Optional.empty() : Optional.of(size));
  }

  @net.jqwik.api.Tag("random")
  @Property(tries = 2000)
  default void everyRowThatExistedThroughoutComesExactlyOnceAndInStableOrder(
      @ForAll("scripts") List<Step> script,
      @ForAll("questions") Question question,
      @ForAll("between") List<List<Step>> between) {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    NaiveStore model = new NaiveStore();
    script.forEach(step -> step.run(store, model));
    Set<Row> throughout = new HashSet<>(model.rows(question.ids(), question.filters()));
    List<Row> seen = new ArrayList<>();
    Cursor cursor = null;
    int pages = 0;
    do {
      Page page = store.list(question.after(cursor));
      assertThat(store.list(question.after(cursor))).isEqualTo(page);
      checkSize(page, question.limit());
      assertThat(model.rows(question.ids(), question.filters())).containsAll(rows(page));
      seen.addAll(rows(page));
      if (pages < between.size()) {
        for (Step step : between.get(pages)) {
          step.run(store, model);
          throughout.retainAll(model.rows(question.ids(), question.filters()));
        }
      }
      cursor = page.next();
      pages++;
      assertThat(pages).isLessThan(500);
    } while (cursor != null);

    seen.retainAll(throughout);
    List<Row> order =
        new ArrayList<>(
            rows(
                store.list(
                    new TagQuery(
                        question.ids(), question.filters(), StoreUnderTest.EVERYTHING, null))));
    order.retainAll(throughout);
    assertThat(seen).hasSameSizeAs(throughout).isEqualTo(order);
  }

  /** Each page is asked of a store of its own, which holds what the one before exported. */
  @net.jqwik.api.Tag("random")
  @Property(tries = 300)
  default void aListGoesOnAfterARestartAsIfNothingHadBeen(
      @ForAll("scripts") List<Step> script, @ForAll("questions") Question question) {
    StoreUnderTest first = StoreUnderTest.of(newStore());
    NaiveStore model = new NaiveStore();
    script.forEach(step -> step.run(first, model));
    StoreUnderTest store = StoreUnderTest.of(newStore());
    store.put(first.stored());
    List<Row> expected =
        rows(
            store.list(
                new TagQuery(question.ids(), question.filters(), StoreUnderTest.EVERYTHING, null)));
    List<Row> seen = new ArrayList<>();
    Cursor cursor = null;
    do {
      StoreUnderTest restarted = StoreUnderTest.of(newStore(), store.partition().account());
      restarted.put(store.stored());
      store = restarted;
      Page page = store.list(question.after(cursor));
      seen.addAll(rows(page));
      cursor = page.next() == null ? null : new Cursor(page.next().place().clone());
    } while (cursor != null);
    assertThat(seen).isEqualTo(expected);
  }

  @Example
  default void aCursorOfAnotherKindOfStoreIsRefused() {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    for (byte[] foreign : List.of(new byte[0], new byte[] {1}, "another store's".getBytes(UTF_8))) {
      TagQuery query =
          new TagQuery(List.of(), List.of(), StoreUnderTest.EVERYTHING, new Cursor(foreign));
      assertThatThrownBy(() -> store.list(query)).isInstanceOf(ForeignCursorException.class);
    }
  }

  /** The same with scripts and questions that never change. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  default void givenResourcesAreListedPageByPageAsTheModelListsThem(long seed) {
    Random random = new Random(seed);
    for (PageLimit.Unit unit : PageLimit.Unit.values()) {
      for (int filters = 0; filters < 3; filters++) {
        List<TagFilter> asked = new ArrayList<>();
        for (String key : List.of("Aa", "环境").subList(0, filters)) {
          asked.add(new TagFilter(key, random.nextBoolean() ? "a" : null));
        }
        PageLimit limit = new PageLimit(1 + random.nextInt(7), unit);
        manyResourcesAreListedPageByPageAsTheModelListsThem(
            seed, new Question(List.of(), asked, limit));
      }
    }
  }

  /** Many resources, so that keys stand in chunks, shrink to arrays and grow again. */
  @net.jqwik.api.Tag("random")
  @Property(tries = 60)
  default void manyResourcesAreListedPageByPageAsTheModelListsThem(
      @ForAll long seed, @ForAll("questions") Question question) {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    NaiveStore model = new NaiveStore();
    Random random = new Random(seed);
    List<String> ids = IntStream.range(0, 300).mapToObj(i -> "r" + i).toList();
    for (int i = 0; i < 60; i++) {
      int from = random.nextInt(ids.size() - 50);
      List<String> some = ids.subList(from, from + 1 + random.nextInt(50));
      String key = List.of("", "Aa", "BB", "环境").get(random.nextInt(4));
      TagChange change =
          random.nextInt(3) == 0
              ? new TagChange.Remove(some, List.of(key))
              : new TagChange.Put(some, List.of(new Tag(key, random.nextBoolean() ? "a" : "b")));
      new StoreScripts.Change(change, new ChangeRules(20, false)).run(store, model);
    }
    for (List<String> asked : List.of(List.<String>of(), ids.subList(100, 150))) {
      List<Row> rows = new ArrayList<>();
      Cursor cursor = null;
      do {
        Page page = store.list(new TagQuery(asked, question.filters(), question.limit(), cursor));
        checkSize(page, question.limit());
        rows.addAll(rows(page));
        cursor = page.next();
      } while (cursor != null);
      assertThat(rows)
          .doesNotHaveDuplicates()
          .hasSameElementsAs(model.rows(asked, question.filters()));
    }
  }

  private static void checkSize(Page page, PageLimit limit) {
    int counted =
        switch (limit.unit()) {
          case ROWS -> page.rows();
          case RESOURCES -> page.resources().size();
        };
    assertThat(counted).isLessThanOrEqualTo(limit.max());
    assertThat(page.resources()).noneMatch(resource -> resource.tags().isEmpty());
    if (page.next() != null) {
      assertThat(counted).isEqualTo(limit.max());
    }
  }

  private static List<Row> rows(Page page) {
    return page.resources().stream()
        .flatMap(
            resource ->
                resource.tags().stream().map(tag -> new Row(resource.id(), tag.key(), tag.value())))
        .toList();
  }

  @Provide
  default Arbitrary<List<Step>> scripts() {
    Arbitrary<Step> fixture = StoreScripts.resources(12).map(StoreScripts.Put::new);
    return Combinators.combine(fixture, StoreScripts.steps().list().ofMaxSize(12))
        .as(
            (first, more) -> {
              List<Step> script = new ArrayList<>(List.of(first));
              script.addAll(more);
              return script;
            });
  }

  @Provide
  default Arbitrary<List<List<Step>>> between() {
    return StoreScripts.steps().list().ofMaxSize(3).list().ofMaxSize(6);
  }

  @Provide
  default Arbitrary<Question> questions() {
    Arbitrary<List<String>> ids =
        Arbitraries.oneOf(Arbitraries.just(List.of()), StoreScripts.someIds());
    Arbitrary<PageLimit> limits =
        Combinators.combine(
                Arbitraries.integers().between(1, 7), Arbitraries.of(PageLimit.Unit.class))
            .as(PageLimit::new);
    return Combinators.combine(ids, StoreScripts.filters(), limits).as(Question::new);
  }
}

package io.tagginggateway.core.store;

import static io.tagginggateway.core.store.StoreScripts.PARTITION;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.store.NaiveStore.Row;
import io.tagginggateway.core.store.StoreScripts.Step;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Cursor;
import io.tagginggateway.core.tag.Exports;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TagStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MemoryTagStorePropertyTest {
  private static final PageLimit EVERYTHING = new PageLimit(100_000, PageLimit.Unit.ROWS);

  private final MemoryTagStore store = new MemoryTagStore();
  private final NaiveStore model = new NaiveStore();

  record Question(List<String> ids, List<TagFilter> filters, PageLimit limit) {
    TagQuery after(Cursor cursor) {
      return new TagQuery(ids, filters, limit, cursor);
    }
  }

  @Property(tries = 1000)
  void aListGivesWhatTheModelGives(
      @ForAll("scripts") List<Step> script, @ForAll("questions") Question question) {
    script.forEach(step -> step.run(store, model));
    TagQuery query = new TagQuery(question.ids(), question.filters(), EVERYTHING, null);
    assertThat(rows(store.list(PARTITION, query).join()))
        .containsExactlyInAnyOrderElementsOf(model.rows(question.ids(), question.filters()));
  }

  @Property(tries = 500)
  void whatIsStoredIsWhatTheModelStores(@ForAll("scripts") List<Step> script) {
    script.forEach(step -> step.run(store, model));
    List<StoredResource> stored = new ArrayList<>();
    Exports.forEach(store, PARTITION, stored::add);
    assertThat(stored).containsExactlyInAnyOrderElementsOf(model.stored());
    assertThat(store.sizes().join().getOrDefault(PARTITION, TagStore.Size.NONE))
        .isEqualTo(new TagStore.Size(stored.size(), model.rows(List.of(), List.of()).size()));
    assertThat(store.sizes().join().isEmpty()).isEqualTo(stored.isEmpty());
  }

  @Property(tries = 2000)
  void everyRowThatExistedThroughoutComesExactlyOnceAndInStableOrder(
      @ForAll("scripts") List<Step> script,
      @ForAll("questions") Question question,
      @ForAll("between") List<List<Step>> between) {
    script.forEach(step -> step.run(store, model));
    Set<Row> throughout = new HashSet<>(model.rows(question.ids(), question.filters()));
    List<Row> seen = new ArrayList<>();
    Cursor cursor = null;
    int pages = 0;
    do {
      Page page = store.list(PARTITION, question.after(cursor)).join();
      assertThat(store.list(PARTITION, question.after(cursor)).join()).isEqualTo(page);
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
                store
                    .list(
                        PARTITION,
                        new TagQuery(question.ids(), question.filters(), EVERYTHING, null))
                    .join()));
    order.retainAll(throughout);
    assertThat(seen).hasSameSizeAs(throughout).isEqualTo(order);
  }

  /** Many resources, so that keys stand in chunks, shrink to arrays and grow again. */
  @Property(tries = 60)
  void manyResourcesAreListedPageByPageAsTheModelListsThem(
      @ForAll long seed, @ForAll("questions") Question question) {
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
        Page page =
            store
                .list(PARTITION, new TagQuery(asked, question.filters(), question.limit(), cursor))
                .join();
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
  Arbitrary<List<Step>> scripts() {
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
  Arbitrary<List<List<Step>>> between() {
    return StoreScripts.steps().list().ofMaxSize(3).list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<Question> questions() {
    Arbitrary<List<String>> ids =
        Arbitraries.oneOf(Arbitraries.just(List.of()), StoreScripts.someIds());
    Arbitrary<PageLimit> limits =
        Combinators.combine(
                Arbitraries.integers().between(1, 7), Arbitraries.of(PageLimit.Unit.class))
            .as(PageLimit::new);
    return Combinators.combine(ids, StoreScripts.filters(), limits).as(Question::new);
  }
}

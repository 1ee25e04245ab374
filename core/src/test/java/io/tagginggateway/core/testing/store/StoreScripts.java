package io.tagginggateway.core.testing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagFilter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random changes and questions over few ids, keys and values, so that they meet often. */
final class StoreScripts {
  private StoreScripts() {}

  /** One change, done to the store and to the model, which must agree on how it ended. */
  interface Step {
    void run(StoreUnderTest store, NaiveStore model);
  }

  record Change(TagChange change, ChangeRules rules) implements Step {
    @Override
    public void run(StoreUnderTest store, NaiveStore model) {
      assertThat(store.change(change, rules)).isEqualTo(model.change(change, rules));
    }
  }

  record Put(List<StoredResource> resources) implements Step {
    @Override
    public void run(StoreUnderTest store, NaiveStore model) {
      store.put(resources);
      model.put(resources);
    }
  }

  static Arbitrary<Step> steps() {
    Arbitrary<TagChange> changes =
        Arbitraries.oneOf(
            Combinators.combine(someIds(), tags(1, 3)).as(TagChange.Put::new),
            Combinators.combine(someIds(), tags(1, 3)).as(TagChange.Put::new),
            Combinators.combine(someIds(), keys().list().uniqueElements().ofMinSize(1).ofMaxSize(3))
                .as(TagChange.Remove::new),
            Combinators.combine(someIds(), keys().list().ofMaxSize(1), tags(1, 3))
                .as(TagChange.RemoveTags::new),
            someIds().map(TagChange.RemoveAll::new),
            someIds().map(TagChange.Nothing::new));
    Arbitrary<ChangeRules> rules =
        Combinators.combine(
                Arbitraries.integers().between(2, 6), Arbitraries.of(false, false, true))
            .as(ChangeRules::new);
    return Arbitraries.oneOf(
        Combinators.combine(changes, rules).as(Change::new),
        Combinators.combine(changes, rules).as(Change::new),
        resources(3).map(Put::new));
  }

  static Arbitrary<List<StoredResource>> resources(int max) {
    Arbitrary<StoredResource> one =
        Combinators.combine(
                ids(), tags(0, 5), Arbitraries.of(0, 0, 1, 2), Arbitraries.of(true, false))
            .as(
                (id, tags, system, declared) -> {
                  int split = Math.max(0, tags.size() - system);
                  return new StoredResource(
                      id,
                      List.copyOf(tags.subList(0, split)),
                      List.copyOf(tags.subList(split, tags.size())),
                      declared);
                });
    return one.list().ofMaxSize(max);
  }

  static Arbitrary<List<String>> someIds() {
    return ids().list().uniqueElements().ofMinSize(1).ofMaxSize(5);
  }

  /** Filters with distinct keys, half of them without a value. */
  static Arbitrary<List<TagFilter>> filters() {
    Arbitrary<Boolean> keyOnly = Arbitraries.of(true, false);
    return Combinators.combine(tags(0, 3), keyOnly.list().ofSize(3))
        .as(
            (tags, keyOnlies) -> {
              List<TagFilter> filters = new ArrayList<>();
              for (int i = 0; i < tags.size(); i++) {
                Tag tag = tags.get(i);
                filters.add(new TagFilter(tag.key(), keyOnlies.get(i) ? null : tag.value()));
              }
              return filters;
            });
  }

  private static Arbitrary<String> ids() {
    return Arbitraries.integers().between(0, 15).map(i -> "r" + i);
  }

  private static Arbitrary<String> keys() {
    return Arbitraries.of("", "Aa", "BB", "环境", "owner", "z");
  }

  private static Arbitrary<List<Tag>> tags(int min, int max) {
    return Combinators.combine(keys(), Arbitraries.of("", "a", "b"))
        .as(Tag::new)
        .list()
        .uniqueElements(Tag::key)
        .ofMinSize(min)
        .ofMaxSize(max);
  }
}

package io.tagginggateway.core.testing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.tag.ChangeResult;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Exports;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TagStore;
import io.tagginggateway.core.tag.TaggedResource;
import io.tagginggateway.core.testing.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One partition of a store, asked by a test that waits for each answer.
 *
 * @param store the store
 * @param partition the partition
 */
record StoreUnderTest(TagStore store, Partition partition) {
  static final ChangeRules OPEN = new ChangeRules(20, false);
  static final PageLimit EVERYTHING = new PageLimit(100_000, PageLimit.Unit.ROWS);

  /** A partition of an account that nobody used before. */
  static StoreUnderTest of(TagStore store) {
    return of(store, UUID.randomUUID().toString());
  }

  static StoreUnderTest of(TagStore store, String account) {
    return new StoreUnderTest(store, new Partition(account, "P", "r", "T"));
  }

  static StoredResource resource(String id, Tag... tags) {
    return new StoredResource(id, List.of(tags), List.of(), true);
  }

  /** Gives a resource tags, as a caller does. */
  void tag(String id, Tag... tags) {
    apply(new TagChange.Put(List.of(id), List.of(tags)));
  }

  /** A change that must succeed. */
  void apply(TagChange change) {
    assertThat(change(change, OPEN)).isEqualTo(ChangeResult.APPLIED);
  }

  ChangeResult change(TagChange change, ChangeRules rules) {
    return Stages.join(store.change(partition, change, rules));
  }

  void put(StoredResource... resources) {
    put(List.of(resources));
  }

  void put(List<StoredResource> resources) {
    Stages.join(store.put(partition, resources));
  }

  Page list(TagQuery query) {
    return Stages.join(store.list(partition, query));
  }

  /** Every resource that has a key, and this value if it is not null. */
  List<TaggedResource> list(String key, String value) {
    return list(new TagQuery(List.of(), List.of(new TagFilter(key, value)), EVERYTHING, null))
        .resources();
  }

  List<StoredResource> stored() {
    List<StoredResource> stored = new ArrayList<>();
    Exports.forEach(store, partition, stored::add);
    return stored;
  }

  TagStore.Size size() {
    return sizeIfThere().orElse(TagStore.Size.NONE);
  }

  boolean isThere() {
    return sizeIfThere().isPresent();
  }

  Optional<TagStore.Size> sizeIfThere() {
    return Optional.ofNullable(Stages.join(store.sizes()).get(partition));
  }
}

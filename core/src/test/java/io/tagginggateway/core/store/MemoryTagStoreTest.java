package io.tagginggateway.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.tag.ChangeResult;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Exports;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TagStore;
import io.tagginggateway.core.testing.store.TagStoreContract;
import io.tagginggateway.core.testing.store.TagStoreReaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of stores, and what this one promises besides. */
class MemoryTagStoreTest implements TagStoreContract {
  private static final Partition PARTITION = new Partition("1", "P", "r", "T");
  private static final ChangeRules OPEN = new ChangeRules(2, false);

  @Override
  public TagStore newStore() {
    return new MemoryTagStore();
  }

  @Test
  void placesAreUsedAgainSoThatChurnDoesNotGrowTheStore() {
    List<String> ids = IntStream.range(0, 50).mapToObj(i -> "r" + i).toList();
    Snapshot snapshot = edited(Snapshot.EMPTY, new TagChange.Put(List.of("stays"), List.of(ENV)));
    for (int round = 0; round < 200; round++) {
      snapshot =
          edited(snapshot, new TagChange.Put(ids, List.of(ENV, new Tag("round", "" + round))));
      snapshot = edited(snapshot, new TagChange.RemoveAll(ids));
    }
    assertThat(snapshot.end()).isEqualTo(51);
    assertThat(snapshot.size()).isEqualTo(new TagStore.Size(1, 1));
    assertThat(snapshot.keys().get("round")).isNull();
    assertThat(snapshot.tags().get(new Tag("round", "3"))).isNull();
  }

  @Test
  void aSnapshotIsNotChangedByLaterEdits() {
    List<String> ids = IntStream.range(0, 100).mapToObj(i -> "r" + i).toList();
    Snapshot before = edited(Snapshot.EMPTY, new TagChange.Put(ids, List.of(ENV)));
    Page page = everything(before);
    edited(before, new TagChange.Put(ids, List.of(new Tag("env", "test"), OWNER)));
    edited(before, new TagChange.RemoveAll(ids));
    assertThat(everything(before)).isEqualTo(page);
    assertThat(before.size()).isEqualTo(new TagStore.Size(100, 100));
  }

  @Test
  void aCopyGoesItsOwnWay() {
    MemoryTagStore store = new MemoryTagStore();
    store.change(PARTITION, new TagChange.Put(List.of("a"), List.of(ENV)), OPEN).join();
    MemoryTagStore copy = store.copy();
    copy.change(PARTITION, new TagChange.RemoveAll(List.of("a")), OPEN).join();
    store.change(PARTITION, new TagChange.Put(List.of("b"), List.of(OWNER)), OPEN).join();
    assertThat(copy.sizes().join()).isEmpty();
    List<StoredResource> stored = new ArrayList<>();
    Exports.forEach(store, PARTITION, stored::add);
    assertThat(stored).extracting(StoredResource::id).containsExactly("a", "b");
  }

  @Test
  void aFullStoreRefusesWhatAddsAndTakesWhatRemovesAndWhatItsOwnerPuts() {
    MemoryTagStore store = new MemoryTagStore();
    TagChange first = new TagChange.Put(List.of("a"), List.of(ENV));
    assertThat(store.change(PARTITION, first, OPEN)).isCompletedWithValue(ChangeResult.APPLIED);
    long held = store.bytes();
    assertThat(held).isPositive();
    store.bound(new StoreBound(held, () -> {}));
    TagChange second = new TagChange.Put(List.of("b"), List.of(OWNER));
    assertThat(store.change(PARTITION, second, OPEN)).isCompletedWithValue(ChangeResult.FULL);
    assertThat(store.contains(PARTITION, "b")).isFalse();
    assertThat(store.bytes()).isEqualTo(held);
    store.put(PARTITION, List.of(new StoredResource("c", List.of(ENV), List.of(), true))).join();
    assertThat(store.contains(PARTITION, "c")).isTrue();
    TagChange gone = new TagChange.RemoveAll(List.of("a"));
    assertThat(store.change(PARTITION, gone, OPEN)).isCompletedWithValue(ChangeResult.APPLIED);
    assertThat(store.contains(PARTITION, "a")).isFalse();
  }

  @Test
  void everythingIsCompleteWhenItIsReturned() {
    MemoryTagStore store = new MemoryTagStore();
    TagChange change = new TagChange.Put(List.of("a"), List.of(ENV));
    assertThat(store.change(PARTITION, change, OPEN)).isCompletedWithValue(ChangeResult.APPLIED);
    assertThat(store.list(PARTITION, EVERYTHING)).isCompleted();
    assertThat(store.find(PARTITION, "a")).isCompleted();
    assertThat(store.sizes()).isCompleted();
    assertThat(store.put(PARTITION, List.of())).isCompleted();
  }

  /** The test itself is put to the test: with one lock for all, readers wait. */
  @org.junit.jupiter.api.Tag("concurrent")
  @Test
  void aStoreWithOneLockForAllWouldNotPass() {
    assertThatThrownBy(
            () ->
                TagStoreReaders.readersNeverWait(
                    new SynchronizedTagStore(new MemoryTagStore()), Duration.ofMillis(200)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a reader beside a writer that is in the middle of its change");
  }

  private static final TagQuery EVERYTHING =
      new TagQuery(List.of(), List.of(), new PageLimit(1000, PageLimit.Unit.ROWS), null);

  private static Snapshot edited(Snapshot before, TagChange change) {
    Edit edit = new Edit(before);
    assertThat(edit.apply(change, OPEN)).isEqualTo(ChangeResult.APPLIED);
    return edit.after();
  }

  private static Page everything(Snapshot snapshot) {
    return Matcher.page(snapshot, EVERYTHING);
  }
}

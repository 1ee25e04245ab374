package io.tagginggateway.core.store;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryTagStoreTest {
  private static final Partition PARTITION = new Partition("1", "P", "r", "T");
  private static final Tag ENV = new Tag("env", "prod");
  private static final Tag OWNER = new Tag("owner", "zhangsan");
  private static final ChangeRules OPEN = new ChangeRules(2, false);
  private static final ChangeRules DECLARED = new ChangeRules(2, true);

  private final MemoryTagStore store = new MemoryTagStore();

  static Stream<TagChange> changesThatNeedTheResource() {
    List<String> ids = List.of("there", "missing");
    return Stream.of(
        new TagChange.Put(ids, List.of(ENV)),
        new TagChange.Remove(ids, List.of("env")),
        new TagChange.RemoveAll(ids),
        new TagChange.Nothing(ids));
  }

  @ParameterizedTest
  @MethodSource("changesThatNeedTheResource")
  void aMissingResourceLeavesEverythingAsItWas(TagChange change) {
    store.put(PARTITION, List.of(resource("there", ENV))).join();
    List<StoredResource> before = stored();
    assertThat(store.change(PARTITION, change, DECLARED).join())
        .isEqualTo(ChangeResult.RESOURCE_NOT_FOUND);
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void oneTagTooManyOnTheLastResourceLeavesEverythingAsItWas() {
    store.put(PARTITION, List.of(resource("full", ENV, OWNER))).join();
    List<StoredResource> before = stored();
    TagChange change = new TagChange.Put(List.of("new", "full"), List.of(new Tag("third", "")));
    assertThat(store.change(PARTITION, change, OPEN).join()).isEqualTo(ChangeResult.TOO_MANY_TAGS);
    assertThat(stored()).isEqualTo(before);
    assertThat(store.sizes().join()).containsExactly(Map.entry(PARTITION, new TagStore.Size(1, 2)));
    assertThat(list("third", null)).isEmpty();
  }

  @Test
  void aRefusedFirstChangeLeavesNoPartition() {
    store.change(PARTITION, new TagChange.Put(List.of("a"), List.of(ENV)), DECLARED).join();
    assertThat(store.sizes().join()).isEmpty();
  }

  @Test
  void anOverwrittenValueIsNotFoundByTheOldOne() {
    put("a", ENV);
    put("a", new Tag("env", "test"));
    assertThat(list("env", "prod")).isEmpty();
    assertThat(list("env", "test"))
        .containsExactly(new TaggedResource("a", List.of(new Tag("env", "test"))));
  }

  @Test
  void systemTagsDoNotCountAndAreNeverChanged() {
    Tag system = new Tag("acs:rm:rgId", "rg-1");
    store
        .put(PARTITION, List.of(new StoredResource("a", List.of(), List.of(system), false)))
        .join();
    put("a", ENV, OWNER);
    put("a", new Tag("acs:rm:rgId", "mine"));
    change(new TagChange.Remove(List.of("a"), List.of("acs:rm:rgId")));
    change(new TagChange.RemoveAll(List.of("a")));
    assertThat(stored())
        .containsExactly(new StoredResource("a", List.of(), List.of(system), false));
  }

  @Test
  void aDeclaredResourceStaysWhenItsLastTagGoes() {
    store.put(PARTITION, List.of(resource("a", ENV))).join();
    change(new TagChange.RemoveAll(List.of("a")));
    assertThat(stored()).containsExactly(resource("a"));
    assertThat(
            store
                .change(PARTITION, new TagChange.Put(List.of("a"), List.of(OWNER)), DECLARED)
                .join())
        .isEqualTo(ChangeResult.APPLIED);
  }

  @Test
  void anUndeclaredResourceGoesWithItsLastTagAndThePartitionWithTheLastResource() {
    put("a", ENV);
    change(new TagChange.Remove(List.of("a"), List.of("env")));
    assertThat(stored()).isEmpty();
    assertThat(store.sizes().join()).isEmpty();
  }

  @Test
  void untaggingWhatIsNotThereMakesNothing() {
    change(new TagChange.Remove(List.of("a"), List.of("env")));
    change(new TagChange.Nothing(List.of("a")));
    assertThat(store.sizes().join()).isEmpty();
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
    put("a", ENV);
    MemoryTagStore copy = store.copy();
    copy.change(PARTITION, new TagChange.RemoveAll(List.of("a")), OPEN).join();
    put("b", OWNER);
    assertThat(copy.sizes().join()).isEmpty();
    assertThat(stored()).extracting(StoredResource::id).containsExactly("a", "b");
  }

  @Test
  void partitionsNeverMeet() {
    put("a", ENV);
    Partition other = new Partition("2", "P", "r", "T");
    TagQuery query = query(List.of("a"), List.of());
    assertThat(store.list(other, query).join()).isEqualTo(new Page(List.of(), null));
    store.put(other, List.of(resource("a", OWNER))).join();
    assertThat(store.list(PARTITION, query).join().resources())
        .containsExactly(new TaggedResource("a", List.of(ENV)));
    assertThat(store.sizes().join()).containsOnlyKeys(PARTITION, other);
  }

  @Test
  void aFixtureReplacesAResourceAndKeepsItsPlace() {
    put("a", ENV);
    put("b", ENV);
    store
        .put(PARTITION, List.of(resource("a", OWNER), resource("a", new Tag("last", "wins"))))
        .join();
    assertThat(stored())
        .containsExactly(
            resource("a", new Tag("last", "wins")),
            new StoredResource("b", List.of(ENV), List.of(), false));
  }

  private void put(String id, Tag... tags) {
    change(new TagChange.Put(List.of(id), List.of(tags)));
  }

  private void change(TagChange change) {
    assertThat(store.change(PARTITION, change, OPEN).join()).isEqualTo(ChangeResult.APPLIED);
  }

  private List<TaggedResource> list(String key, String value) {
    return store
        .list(PARTITION, query(List.of(), List.of(new TagFilter(key, value))))
        .join()
        .resources();
  }

  private List<StoredResource> stored() {
    List<StoredResource> stored = new ArrayList<>();
    Exports.forEach(store, PARTITION, stored::add);
    return stored;
  }

  private static StoredResource resource(String id, Tag... tags) {
    return new StoredResource(id, List.of(tags), List.of(), true);
  }

  private static Snapshot edited(Snapshot before, TagChange change) {
    Edit edit = new Edit(before);
    assertThat(edit.apply(change, OPEN)).isEqualTo(ChangeResult.APPLIED);
    return edit.after();
  }

  private static Page everything(Snapshot snapshot) {
    return Matcher.page(snapshot, query(List.of(), List.of()));
  }

  private static TagQuery query(List<String> ids, List<TagFilter> filters) {
    return new TagQuery(ids, filters, new PageLimit(1000, PageLimit.Unit.ROWS), null);
  }
}

package io.tagginggateway.core.testing.store;

import static io.tagginggateway.core.testing.store.StoreUnderTest.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.tag.ChangeResult;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TagStore;
import io.tagginggateway.core.tag.TaggedResource;
import io.tagginggateway.core.testing.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change does, and that a refused one does nothing. */
public interface TagStoreChanges extends TagStoreFactory {
  Tag ENV = new Tag("env", "prod");
  Tag OWNER = new Tag("owner", "zhangsan");
  ChangeRules TWO_TAGS = new ChangeRules(2, false);
  ChangeRules DECLARED = new ChangeRules(2, true);

  static Stream<TagChange> changesThatNeedTheResource() {
    List<String> ids = List.of("there", "missing");
    return Stream.of(
        new TagChange.Put(ids, List.of(ENV)),
        new TagChange.Remove(ids, List.of("env")),
        new TagChange.RemoveTags(ids, List.of(), List.of(ENV)),
        new TagChange.RemoveAll(ids),
        new TagChange.Nothing(ids));
  }

  @ParameterizedTest
  @MethodSource("changesThatNeedTheResource")
  default void aMissingResourceLeavesEverythingAsItWas(TagChange change) {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    store.put(resource("there", ENV));
    List<StoredResource> before = store.stored();
    assertThat(store.change(change, DECLARED)).isEqualTo(ChangeResult.RESOURCE_NOT_FOUND);
    assertThat(store.stored()).isEqualTo(before);
  }

  @Test
  default void oneTagTooManyOnTheLastOfFiftyResourcesLeavesEverythingAsItWas() {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    store.put(resource("full", ENV, OWNER));
    List<StoredResource> before = store.stored();
    List<String> ids = new ArrayList<>(IntStream.range(0, 49).mapToObj(i -> "new" + i).toList());
    ids.add("full");
    TagChange change = new TagChange.Put(ids, List.of(new Tag("third", "")));
    assertThat(store.change(change, TWO_TAGS)).isEqualTo(ChangeResult.TOO_MANY_TAGS);
    assertThat(store.stored()).isEqualTo(before);
    assertThat(store.size()).isEqualTo(new TagStore.Size(1, 2));
    assertThat(store.list("third", null)).isEmpty();
  }

  @Test
  default void aRefusedFirstChangeLeavesNoPartition() {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    assertThat(store.change(new TagChange.Put(List.of("a"), List.of(ENV)), DECLARED))
        .isEqualTo(ChangeResult.RESOURCE_NOT_FOUND);
    assertThat(store.isThere()).isFalse();
  }

  @Test
  default void anOverwrittenValueIsNotFoundByTheOldOne() {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    store.tag("a", ENV);
    store.tag("a", new Tag("env", "test"));
    assertThat(store.list("env", "prod")).isEmpty();
    assertThat(store.list("env", "test"))
        .containsExactly(new TaggedResource("a", List.of(new Tag("env", "test"))));
  }

  @Test
  default void aTagThatIsTakenWithItsValueStaysWhereTheValueIsAnother() {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    Tag test = new Tag("env", "test");
    store.put(resource("a", ENV, OWNER));
    store.put(resource("b", test, OWNER));
    store.apply(new TagChange.RemoveTags(List.of("a", "b"), List.of("owner"), List.of(ENV)));
    assertThat(store.stored()).containsExactlyInAnyOrder(resource("a"), resource("b", test));
  }

  @Test
  default void systemTagsDoNotCountAndAreNeverChanged() {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    Tag system = new Tag("acs:rm:rgId", "rg-1");
    StoredResource onlySystem = new StoredResource("a", List.of(), List.of(system), false);
    store.put(onlySystem);
    TagChange two = new TagChange.Put(List.of("a"), List.of(ENV, OWNER));
    assertThat(store.change(two, TWO_TAGS)).isEqualTo(ChangeResult.APPLIED);
    store.tag("a", new Tag("acs:rm:rgId", "mine"));
    store.apply(new TagChange.Remove(List.of("a"), List.of("acs:rm:rgId")));
    store.apply(new TagChange.RemoveAll(List.of("a")));
    assertThat(store.stored()).containsExactly(onlySystem);
  }

  @Test
  default void aDeclaredResourceStaysWhenItsLastTagGoes() {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    store.put(resource("a", ENV));
    store.apply(new TagChange.RemoveAll(List.of("a")));
    assertThat(store.stored()).containsExactly(resource("a"));
    TagChange again = new TagChange.Put(List.of("a"), List.of(OWNER));
    assertThat(store.change(again, DECLARED)).isEqualTo(ChangeResult.APPLIED);
  }

  @Test
  default void anUndeclaredResourceGoesWithItsLastTagAndThePartitionWithTheLastResource() {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    store.tag("a", ENV);
    store.apply(new TagChange.Remove(List.of("a"), List.of("env")));
    assertThat(store.stored()).isEmpty();
    assertThat(store.isThere()).isFalse();
    assertThat(Stages.join(store.store().find(store.partition(), "a"))).isEmpty();
  }

  @Test
  default void untaggingWhatIsNotThereMakesNothing() {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    store.apply(new TagChange.Remove(List.of("a"), List.of("env")));
    store.apply(new TagChange.Nothing(List.of("a")));
    assertThat(store.isThere()).isFalse();
  }

  @Test
  default void partitionsNeverMeet() {
    TagStore both = newStore();
    StoreUnderTest store = StoreUnderTest.of(both);
    StoreUnderTest other = StoreUnderTest.of(both);
    store.tag("a", ENV);
    TagQuery query = new TagQuery(List.of("a"), List.of(), StoreUnderTest.EVERYTHING, null);
    assertThat(other.list(query)).isEqualTo(new Page(List.of(), null));
    other.put(resource("a", OWNER));
    assertThat(store.list(query).resources())
        .containsExactly(new TaggedResource("a", List.of(ENV)));
    assertThat(Stages.join(both.sizes())).containsKeys(store.partition(), other.partition());
  }

  @Test
  default void aResourceThatIsPutAgainIsReplacedAndKeepsItsPlace() {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    store.tag("a", ENV);
    store.tag("b", ENV);
    store.put(resource("a", OWNER), resource("a", new Tag("last", "wins")));
    StoredResource a = resource("a", new Tag("last", "wins"));
    assertThat(store.stored())
        .containsExactly(a, new StoredResource("b", List.of(ENV), List.of(), false));
    assertThat(Stages.join(store.store().find(store.partition(), "a"))).contains(a);
  }
}

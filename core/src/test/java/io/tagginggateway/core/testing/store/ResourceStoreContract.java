package io.tagginggateway.core.testing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.resource.Creation;
import io.tagginggateway.core.resource.Dependents;
import io.tagginggateway.core.resource.Place;
import io.tagginggateway.core.resource.Removal;
import io.tagginggateway.core.resource.ResourceRecord;
import io.tagginggateway.core.resource.ResourceStore;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.testing.Stages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link ResourceStore}. Whoever makes one implements this in a test class. */
public interface ResourceStoreContract {
  /** Any time, to the microsecond, which is as fine as a database keeps it. */
  Instant THEN = Instant.parse("2026-01-02T03:04:05.678901Z");

  /** What is new as an object; several share what they keep, each a gateway's. */
  List<ResourceStore> newResourceStores();

  private static String account() {
    return UUID.randomUUID().toString();
  }

  private static Place place(String account, String type, String id) {
    return new Place(new Partition(account, "P", "r", type), id);
  }

  private static ResourceRecord record(String id, boolean along, String... attributes) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      map.put(attributes[i], attributes[i + 1]);
    }
    return new ResourceRecord(id, map, along, THEN, THEN);
  }

  private static Creation plain(Place place, String... attributes) {
    return new Creation(place, record(place.id(), false, attributes), Map.of(), List.of(), null);
  }

  private static Creation repeatable(Place place, String token, String asked) {
    return new Creation(
        place, record(place.id(), false), Map.of(), List.of(), new Creation.Token(token, asked));
  }

  private static Creation.Result create(ResourceStore store, Creation creation) {
    return Stages.join(store.create(creation));
  }

  private static Optional<ResourceRecord> find(ResourceStore store, Place place) {
    return Stages.join(store.find(place));
  }

  @Test
  default void whatIsCreatedIsThereAsItWasSent() {
    String account = account();
    for (ResourceStore store : newResourceStores()) {
      Place place = place(account, "T", UUID.randomUUID().toString());
      assertThat(create(store, plain(place, "Name", "é\uD83D\uDE00'\"\\", "Empty", "")))
          .isEqualTo(new Creation.Done());
      ResourceRecord expected =
          record(place.id(), false, "Name", "é\uD83D\uDE00'\"\\", "Empty", "");
      assertThat(find(store, place)).contains(expected);
      assertThat(find(store, place(account, "Other", place.id()))).isEmpty();
      assertThat(find(store, place(account(), "T", place.id()))).isEmpty();
    }
  }

  @Test
  default void whatOneGatewayCreatesAllSeeInTheOrderOfItsCreation() {
    List<ResourceStore> stores = newResourceStores();
    String account = account();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Place place = place(account, "T", (9 - i) + "-" + UUID.randomUUID());
      create(stores.get(i % stores.size()), plain(place));
      ids.add(place.id());
    }
    for (ResourceStore store : stores) {
      assertThat(Stages.join(store.list(place(account, "T", "").partition())))
          .extracting(ResourceRecord::id)
          .isEqualTo(ids);
      assertThat(Stages.join(store.partitions()))
          .contains(place(account, "T", "").partition())
          .doesNotContain(place(account, "Other", "").partition());
    }
  }

  @Test
  default void theSameTokenCreatesOnceAndOnlyForTheSame() {
    List<ResourceStore> stores = newResourceStores();
    String account = account();
    create(stores.get(0), repeatable(place(account, "T", "a"), "token", "asked"));
    for (ResourceStore store : stores) {
      assertThat(create(store, repeatable(place(account, "T", "b"), "token", "asked")))
          .isEqualTo(new Creation.Repeated("a"));
      assertThat(create(store, repeatable(place(account, "T", "b"), "token", "something else")))
          .isEqualTo(new Creation.TokenReused());
      assertThat(find(store, place(account, "T", "b"))).isEmpty();
    }
    ResourceStore any = stores.get(stores.size() - 1);
    assertThat(create(any, repeatable(place(account, "Other", "c"), "token", "asked")))
        .isEqualTo(new Creation.Done());
    Stages.join(any.remove(place(account, "T", "a"), List.of()));
    assertThat(create(any, repeatable(place(account, "T", "d"), "token", "asked")))
        .isEqualTo(new Creation.Done());
  }

  @Test
  default void whatNeedsSomethingThatIsNotThereComesNotToBe() {
    ResourceStore store = newResourceStores().get(0);
    String account = account();
    Place parent = place(account, "Parent", "p");
    Place along = place(account, "Along", "l");
    Creation child =
        new Creation(
            place(account, "Child", "c"),
            record("c", false, "ParentId", "p"),
            Map.of(along, record("l", true, "ChildId", "c")),
            List.of(parent),
            new Creation.Token("t", "asked"));
    assertThat(create(store, child)).isEqualTo(new Creation.Missing(parent));
    assertThat(find(store, child.first())).isEmpty();
    assertThat(find(store, along)).isEmpty();
    create(store, plain(parent));
    assertThat(create(store, child)).isEqualTo(new Creation.Done());
    assertThat(find(store, along)).contains(record("l", true, "ChildId", "c"));
  }

  @Test
  default void whatHangsOnAResourceKeepsItAndWhatCameAlongGoesWithIt() {
    ResourceStore store = newResourceStores().get(0);
    String account = account();
    Place parent = place(account, "Parent", "p");
    Place along = place(account, "Scope", "s");
    Place pool = place(account, "Pool", "o");
    create(
        store,
        new Creation(
            parent,
            record("p", false),
            Map.of(along, record("s", true, "ParentId", "p")),
            List.of(),
            null));
    create(store, plain(pool, "ScopeId", "s"));
    List<Dependents> dependents =
        List.of(
            new Dependents(
                along.partition(),
                "ParentId",
                List.of(new Dependents(pool.partition(), "ScopeId", List.of()))));
    assertThat(Stages.join(store.remove(parent, dependents))).isEqualTo(new Removal.InUse(pool));
    assertThat(find(store, parent)).isPresent();
    assertThat(find(store, along)).isPresent();
    Stages.join(store.remove(pool, List.of()));
    assertThat(Stages.join(store.remove(parent, dependents)))
        .isInstanceOfSatisfying(
            Removal.Done.class, done -> assertThat(done.places()).containsExactly(parent, along));
    assertThat(find(store, along)).isEmpty();
    assertThat(Stages.join(store.remove(parent, dependents))).isEqualTo(new Removal.NotFound());
    assertThat(Stages.join(store.partitions()))
        .noneMatch(partition -> partition.account().equals(account));
  }

  @Test
  default void aChangeKeepsTheRestAndThePlaceInTheOrder() {
    ResourceStore store = newResourceStores().get(0);
    String account = account();
    create(store, plain(place(account, "T", "b"), "Name", "x", "Kept", "y"));
    create(store, plain(place(account, "T", "a")));
    Instant now = THEN.plusSeconds(60);
    ResourceRecord after =
        new ResourceRecord("b", Map.of("Name", "z", "Kept", "y", "New", ""), false, THEN, now);
    assertThat(
            Stages.join(
                store.update(place(account, "T", "b"), Map.of("Name", "z", "New", ""), now)))
        .contains(after);
    assertThat(Stages.join(store.list(place(account, "T", "").partition())))
        .containsExactly(after, record("a", false));
    assertThat(Stages.join(store.update(place(account, "T", "c"), Map.of("Name", "z"), now)))
        .isEmpty();
  }

  @Test
  default void whatIsPutTakesThePlaceOfWhatIsThere() {
    ResourceStore store = newResourceStores().get(0);
    Partition partition = place(account(), "T", "").partition();
    Stages.join(store.put(partition, record("b", false, "k", "v")));
    Stages.join(store.put(partition, record("a", true)));
    Stages.join(store.put(partition, record("b", true, "k", "w")));
    assertThat(Stages.join(store.list(partition)))
        .containsExactly(record("b", true, "k", "w"), record("a", true));
  }

  @Test
  @Tag("concurrent")
  default void changesOfDifferentAttributesAtOnceAllCount() throws Exception {
    List<ResourceStore> stores = newResourceStores();
    Place place = place(account(), "T", "a");
    create(stores.get(0), plain(place));
    atOnce(
        8,
        i -> Stages.join(stores.get(i % stores.size()).update(place, Map.of("k" + i, "v"), THEN)));
    assertThat(find(stores.get(0), place).orElseThrow().attributes()).hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  @Tag("concurrent")
  default void ofManyThatBringOneTokenAtOnceOneCreates(int round) throws Exception {
    List<ResourceStore> stores = newResourceStores();
    String account = account();
    List<Creation.Result> results =
        atOnce(
            8,
            i ->
                create(
                    stores.get(i % stores.size()),
                    repeatable(place(account, "T", "id-" + i), "token", "asked")));
    List<ResourceRecord> there =
        Stages.join(stores.get(0).list(place(account, "T", "").partition()));
    assertThat(there).as("round %s", round).hasSize(1);
    assertThat(results).filteredOn(new Creation.Done()::equals).hasSize(1);
    assertThat(results).filteredOn(new Creation.Repeated(there.get(0).id())::equals).hasSize(7);
  }

  /** Either the parent is gone and the child was refused, or both are there. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  @Tag("concurrent")
  default void noChildIsLeftWithoutItsParent(int round) throws Exception {
    List<ResourceStore> stores = newResourceStores();
    String account = account();
    Place parent = place(account, "Parent", "p");
    Place child = place(account, "Child", "c");
    create(stores.get(0), plain(parent));
    List<Dependents> dependents = List.of(new Dependents(child.partition(), "ParentId", List.of()));
    List<Object> results =
        atOnce(
            2,
            i ->
                i == 0
                    ? Stages.join(stores.get(0).remove(parent, dependents))
                    : create(
                        stores.get(stores.size() - 1),
                        new Creation(
                            child,
                            record("c", false, "ParentId", "p"),
                            Map.of(),
                            List.of(parent),
                            null)));
    boolean kept = find(stores.get(0), parent).isPresent();
    assertThat(find(stores.get(0), child).isPresent())
        .as("round %s: %s", round, results)
        .isEqualTo(kept);
    assertThat(results.get(0))
        .isEqualTo(kept ? new Removal.InUse(child) : new Removal.Done(List.of(parent)));
  }

  /** Does something on several threads that begin together. */
  private static <T> List<T> atOnce(int threads, IntFunction<T> action) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Callable<T>> calls =
          IntStream.range(0, threads)
              .<Callable<T>>mapToObj(
                  i ->
                      () -> {
                        start.await();
                        return action.apply(i);
                      })
              .toList();
      List<Future<T>> futures = new ArrayList<>();
      calls.forEach(call -> futures.add(pool.submit(call)));
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}

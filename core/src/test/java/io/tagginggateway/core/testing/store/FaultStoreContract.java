package io.tagginggateway.core.testing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.state.FaultStore;
import io.tagginggateway.core.state.FaultStore.Counted;
import io.tagginggateway.core.state.FaultStore.Rule;
import io.tagginggateway.core.testing.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link FaultStore}. Whoever makes one implements this in a test class. Each test
 * begins with {@link FaultStore#clear}, and no two run at once.
 */
public interface FaultStoreContract {

  /** A store, and others that share what it keeps, if there are any: each a gateway's. */
  List<FaultStore> faultStores();

  private List<FaultStore> cleared() {
    List<FaultStore> stores = faultStores();
    Stages.join(stores.get(0).clear());
    return stores;
  }

  private static Rule rule(int skip, int times, double probability, long seed) {
    return new Rule("{\"any\":\"thing\"}", skip, times, probability, seed);
  }

  private static Counted add(FaultStore store, Rule rule) {
    return Stages.join(store.add(rule)).orElseThrow();
  }

  private static List<Boolean> strikes(FaultStore store, String id, int requests) {
    return IntStream.range(0, requests).mapToObj(i -> Stages.join(store.strike(id))).toList();
  }

  /** What every store says at once; a change is seen by all when it is acknowledged. */
  private static List<Counted> armed(List<FaultStore> stores) {
    List<Counted> first = Stages.join(stores.get(0).armed());
    for (FaultStore store : stores) {
      assertThat(ids(Stages.join(store.armed()))).isEqualTo(ids(first));
      assertThat(Stages.join(store.all())).isEqualTo(Stages.join(stores.get(0).all()));
    }
    return first;
  }

  private static List<String> ids(List<Counted> faults) {
    return faults.stream().map(Counted::id).toList();
  }

  @Test
  default void aFaultLetsThroughThenStrikesThenIsUsedUp() {
    List<FaultStore> stores = cleared();
    FaultStore store = stores.get(0);
    Counted added = add(store, rule(2, 2, 1, 0));
    assertThat(added.matched() + added.spoiled()).isZero();
    assertThat(strikes(store, added.id(), 6))
        .containsExactly(false, false, true, true, false, false);
    assertThat(Stages.join(store.all()))
        .containsExactly(new Counted(added.id(), rule(2, 2, 1, 0), 4, 2));
    assertThat(Stages.join(store.armed())).isEmpty();
    assertThat(store.armedNow()).isEmpty();
  }

  @Test
  default void timesZeroIsForEver() {
    FaultStore store = cleared().get(0);
    assertThat(strikes(store, add(store, rule(0, 0, 1, 0)).id(), 20)).doesNotContain(false);
    assertThat(Stages.join(store.armed())).hasSize(1);
  }

  @Test
  default void faultsStandInTheOrderOfTheirAdditionUnderIdsOfTheirOwn() {
    List<FaultStore> stores = cleared();
    List<String> added = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      added.add(add(stores.get(i % stores.size()), rule(0, 1, 1, i)).id());
      assertThat(ids(armed(stores))).isEqualTo(added);
    }
    assertThat(added).doesNotHaveDuplicates();
  }

  @Test
  default void aFaultOfManyDigitsIsKeptToTheLetter() {
    FaultStore store = cleared().get(0);
    Rule odd =
        new Rule("{\"content\":\"'\\\\ é \uD83D\uDE00 \\u0000\"}", 7, 9, 0.1, Long.MIN_VALUE);
    Counted added = add(store, odd);
    assertThat(added.rule()).isEqualTo(odd);
    assertThat(Stages.join(store.all())).containsExactly(added);
    assertThat(Stages.join(store.armed())).containsExactly(added);
  }

  /** So that a run can be repeated, whatever store it ran on before. */
  @Test
  default void drawsAreThoseOfTheJavaRandomOfTheSeed() {
    FaultStore store = cleared().get(0);
    for (long seed : new long[] {0, 42, -1, Long.MAX_VALUE}) {
      Random random = new Random(seed);
      String id = add(store, rule(3, 0, 0.3, seed)).id();
      assertThat(strikes(store, id, 3)).containsOnly(false);
      List<Boolean> expected =
          IntStream.range(0, 60).mapToObj(i -> random.nextDouble() < 0.3).toList();
      assertThat(strikes(store, id, 60)).as("seed %s", seed).isEqualTo(expected);
    }
  }

  @Test
  default void aFaultIsTakenAwayByItsIdEverywhere() {
    List<FaultStore> stores = cleared();
    String first = add(stores.get(0), rule(0, 0, 1, 0)).id();
    String second = add(stores.get(0), rule(0, 0, 1, 0)).id();
    FaultStore last = stores.get(stores.size() - 1);
    assertThat(Stages.join(last.remove("fault-99999999"))).isFalse();
    assertThat(Stages.join(last.remove("no such id"))).isFalse();
    assertThat(Stages.join(last.remove(first))).isTrue();
    assertThat(Stages.join(last.remove(first))).isFalse();
    assertThat(ids(armed(stores))).containsExactly(second);
    assertThat(Stages.join(stores.get(0).strike(first))).isFalse();
    Stages.join(last.clear());
    assertThat(armed(stores)).isEmpty();
  }

  @Test
  default void usedUpFaultsMakeRoomAndOthersDoNot() {
    FaultStore store = cleared().get(0);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < FaultStore.MAX; i++) {
      ids.add(add(store, rule(0, 1, 1, 0)).id());
    }
    assertThat(Stages.join(store.add(rule(0, 1, 1, 0)))).isEmpty();
    assertThat(strikes(store, ids.get(3), 1)).containsExactly(true);
    String late = add(store, rule(0, 1, 1, 0)).id();
    assertThat(ids(Stages.join(store.all())))
        .hasSize(FaultStore.MAX)
        .doesNotContain(ids.get(3))
        .endsWith(late);
    Stages.join(store.clear());
  }

  @Test
  @Tag("concurrent")
  default void strikesAreCountedExactlyWhenManyAskAtOnceEverywhere() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 5; round++) {
        List<FaultStore> stores = cleared();
        String id = add(stores.get(0), rule(5, 3, 1, 0)).id();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> askers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          FaultStore store = stores.get(i % stores.size());
          Callable<Integer> asker =
              () -> {
                start.await();
                return (int) strikes(store, id, 20).stream().filter(struck -> struck).count();
              };
          askers.add(threads.submit(asker));
        }
        start.countDown();
        int spoiled = 0;
        for (Future<Integer> each : askers) {
          spoiled += each.get();
        }
        assertThat(spoiled).isEqualTo(3);
        assertThat(Stages.join(stores.get(0).all()))
            .containsExactly(new Counted(id, rule(5, 3, 1, 0), 8, 3));
      }
    } finally {
      threads.shutdownNow();
    }
  }
}

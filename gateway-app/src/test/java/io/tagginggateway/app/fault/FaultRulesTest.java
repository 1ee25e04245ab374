package io.tagginggateway.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.admin.FaultJson;
import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.file.ProductBundle;
import io.tagginggateway.core.store.MemoryFaultStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FaultRulesTest {
  private static final FaultMatch ANY = FaultMatch.ANY;
  private static final FaultTarget LIST =
      new FaultTarget(
          "VpcIpam",
          operation("VpcIpam", "ListTagResources"),
          new Caller("1234567890123456", "testid"),
          parameters(Map.of("ResourceId.1", "orders")));
  private static final FaultTarget NEXT_PAGE =
      new FaultTarget(
          "VpcIpam",
          operation("VpcIpam", "ListTagResources"),
          LIST.caller(),
          parameters(Map.of("NextToken", "t")));
  private static final FaultTarget TAG =
      new FaultTarget(
          "CloudAPI",
          operation("CloudAPI", "TagResources"),
          new Caller("2222222222222222", null),
          parameters(Map.of("NextToken", "")));

  private final FaultRules rules =
      new FaultRules(FaultReaderTest.tables(), new MemoryFaultStore(), FaultJson::document);

  private static Function<String, String> parameters(Map<String, String> values) {
    return values::get;
  }

  private static Operation operation(String product, String name) {
    return ProductBundle.installed().find(product).product().operation(name);
  }

  private static FaultRule rule(FaultMatch match, Fault fault, int skip, int times) {
    return new FaultRule(match, fault, Phase.BEFORE, skip, times, 1.0, 0);
  }

  /** The rule that spoils a request, or null. */
  private FaultRule take(FaultTarget target) {
    return rules.take(target).toCompletableFuture().join().orElse(null);
  }

  private Optional<ActiveRule> add(FaultRule rule) {
    return rules.add(rule).toCompletableFuture().join();
  }

  private List<ActiveRule> all() {
    return rules.all().toCompletableFuture().join();
  }

  private boolean remove(String id) {
    return rules.remove(id).toCompletableFuture().join();
  }

  private void clear() {
    rules.clear().toCompletableFuture().join();
  }

  private List<Boolean> spoils(FaultTarget target, int requests) {
    return IntStream.range(0, requests).mapToObj(i -> take(target) != null).toList();
  }

  @Test
  void skipsThenSpoilsThenLetsThrough() {
    add(rule(ANY, new Fault.Reset(), 2, 2));
    assertThat(spoils(LIST, 6)).containsExactly(false, false, true, true, false, false);
    assertThat(rules.isEmpty()).isTrue();
    assertThat(all()).hasSize(1);
    assertThat(all().get(0).matched()).isEqualTo(4);
    assertThat(all().get(0).spoiled()).isEqualTo(2);
  }

  @Test
  void timesZeroIsForEver() {
    add(rule(ANY, new Fault.Reset(), 0, 0));
    assertThat(spoils(LIST, 100)).doesNotContain(false);
  }

  @Test
  void matchesWhatItNames() {
    List<FaultMatch> about =
        List.of(
            new FaultMatch("VpcIpam", null, null, null, Map.of()),
            new FaultMatch(null, "ListTagResources", null, null, Map.of()),
            new FaultMatch(null, null, "testid", null, Map.of()),
            new FaultMatch(null, null, null, "1234567890123456", Map.of()),
            new FaultMatch(null, null, null, null, Map.of("ResourceId.1", "orders")));
    for (FaultMatch match : about) {
      clear();
      add(rule(match, new Fault.Reset(), 0, 0));
      assertThat(take(LIST)).as("%s", match).isNotNull();
      assertThat(take(TAG)).as("%s", match).isNull();
    }
  }

  @Test
  void aFaultThatCannotStrikeIsNotCounted() {
    add(rule(ANY, new Fault.ExpireToken(), 0, 1));
    assertThat(spoils(LIST, 3)).doesNotContain(true);
    assertThat(spoils(NEXT_PAGE, 2)).containsExactly(true, false);
    add(rule(ANY, new Fault.PageSize(1), 0, 1));
    assertThat(spoils(TAG, 3)).doesNotContain(true);
    assertThat(spoils(LIST, 2)).containsExactly(true, false);
    add(rule(ANY, new Fault.Failure("MissingTag", null, null, null), 0, 1));
    assertThat(spoils(LIST, 3)).doesNotContain(true);
    assertThat(spoils(TAG, 2)).containsExactly(true, false);
  }

  @Test
  void theFirstRuleThatSpoilsKeepsTheRequest() {
    add(rule(ANY, new Fault.Delay(1), 0, 1));
    add(rule(ANY, new Fault.Reset(), 0, 1));
    assertThat(take(LIST).fault()).isEqualTo(new Fault.Delay(1));
    assertThat(take(LIST).fault()).isEqualTo(new Fault.Reset());
    assertThat(take(LIST)).isNull();
  }

  @Test
  void aProbabilityGivesTheSameRunForTheSameSeed() {
    FaultRule some = new FaultRule(ANY, new Fault.Reset(), Phase.BEFORE, 0, 0, 0.3, 42);
    add(some);
    List<Boolean> first = spoils(LIST, 1000);
    clear();
    add(some);
    assertThat(spoils(LIST, 1000)).isEqualTo(first);
    assertThat(first.stream().filter(spoiled -> spoiled).count()).isBetween(220L, 380L);
    clear();
    add(new FaultRule(ANY, new Fault.Reset(), Phase.BEFORE, 0, 0, 0.3, 43));
    assertThat(spoils(LIST, 1000)).isNotEqualTo(first);
  }

  @Test
  void aRuleIsTakenAwayByItsId() {
    ActiveRule rule = add(rule(ANY, new Fault.Reset(), 0, 0)).orElseThrow();
    assertThat(remove("fault-99")).isFalse();
    assertThat(remove(rule.id())).isTrue();
    assertThat(remove(rule.id())).isFalse();
    assertThat(take(LIST)).isNull();
  }

  @Test
  void usedUpRulesMakeRoomAndLiveOnesDoNot() {
    for (int i = 0; i < FaultRules.MAX_RULES; i++) {
      assertThat(add(rule(ANY, new Fault.Reset(), 0, 1))).isPresent();
    }
    assertThat(add(rule(ANY, new Fault.Reset(), 0, 1))).isEmpty();
    take(LIST);
    assertThat(add(rule(ANY, new Fault.Reset(), 0, 1))).isPresent();
    assertThat(all()).hasSize(FaultRules.MAX_RULES);
  }

  @Test
  void countsExactlyWhenManyAskAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 50; round++) {
        clear();
        add(rule(ANY, new Fault.Reset(), 5, 3));
        CountDownLatch start = new CountDownLatch(1);
        Callable<Integer> asker =
            () -> {
              start.await();
              int spoiled = 0;
              for (int i = 0; i < 50; i++) {
                spoiled += take(LIST) == null ? 0 : 1;
              }
              return spoiled;
            };
        List<Future<Integer>> askers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          askers.add(threads.submit(asker));
        }
        start.countDown();
        int spoiled = 0;
        for (Future<Integer> each : askers) {
          spoiled += each.get();
        }
        assertThat(spoiled).isEqualTo(3);
        assertThat(all().get(0).matched()).isEqualTo(8);
        assertThat(all().get(0).spoiled()).isEqualTo(3);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void delayIsDrawnBetweenItsBoundsAndTheSameAgainFromTheSameSeed() {
    List<List<Fault>> runs = new ArrayList<>();
    for (long seed : new long[] {7, 7, 8}) {
      clear();
      add(new FaultRule(FaultMatch.ANY, new Fault.Delay(10, 90), Phase.BEFORE, 0, 0, 1.0, seed));
      List<Fault> drawn = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        drawn.add(take(LIST).fault());
      }
      assertThat(drawn)
          .allSatisfy(
              fault ->
                  assertThat(fault)
                      .isInstanceOfSatisfying(
                          Fault.Delay.class,
                          delay -> assertThat(delay.millis()).isBetween(10, 90)));
      assertThat(drawn.stream().distinct().count()).isGreaterThan(20);
      runs.add(drawn);
    }
    assertThat(runs.get(1)).isEqualTo(runs.get(0)).isNotEqualTo(runs.get(2));
  }
}

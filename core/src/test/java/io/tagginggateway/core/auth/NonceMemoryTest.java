package io.tagginggateway.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NonceMemoryTest {
  private static final long UNTIL = 1000;

  @Test
  void aNonceIsUsedOnce() {
    NonceMemory memory = new NonceMemory();
    assertThat(memory.remember("k", "n", 0, UNTIL)).isTrue();
    assertThat(memory.remember("k", "n", 0, UNTIL)).isFalse();
  }

  @Test
  void theNonceOfAnotherKeyIsAnotherNonce() {
    NonceMemory memory = new NonceMemory();
    assertThat(memory.remember("k", "n", 0, UNTIL)).isTrue();
    assertThat(memory.remember("l", "n", 0, UNTIL)).isTrue();
  }

  @Test
  void aNonceCountsUpToItsLastMillisecondAndIsThenNew() {
    NonceMemory memory = new NonceMemory();
    memory.remember("k", "n", 0, UNTIL);
    assertThat(memory.remember("k", "n", UNTIL, 5 * UNTIL)).isFalse();
    assertThat(memory.remember("k", "n", UNTIL + 1, 5 * UNTIL)).isTrue();
    assertThat(memory.remember("k", "n", 4 * UNTIL, 5 * UNTIL)).isFalse();
    assertThat(memory.size()).isEqualTo(1);
  }

  @Test
  void noncesThatAreDueLeaveAsNewOnesCome() {
    NonceMemory memory = new NonceMemory();
    for (int i = 0; i < 100; i++) {
      memory.remember("k", "old" + i, 0, UNTIL);
    }
    for (int i = 0; i < 50; i++) {
      memory.remember("k", "new" + i, UNTIL + 1, 5 * UNTIL);
    }
    assertThat(memory.size()).isEqualTo(50);
    for (int i = 0; i < 50; i++) {
      assertThat(memory.remember("k", "new" + i, UNTIL + 1, 5 * UNTIL)).isFalse();
    }
  }

  @Test
  void whenFullTheOldestIsForgotten() {
    NonceMemory memory = new NonceMemory(3);
    for (String nonce : List.of("a", "b", "c", "d")) {
      assertThat(memory.remember("k", nonce, 0, UNTIL)).isTrue();
    }
    assertThat(memory.size()).isEqualTo(3);
    assertThat(memory.remember("k", "b", 0, UNTIL)).isFalse();
    assertThat(memory.remember("k", "d", 0, UNTIL)).isFalse();
    assertThat(memory.remember("k", "a", 0, UNTIL)).isTrue();
    assertThat(memory.size()).isEqualTo(3);
  }

  @Test
  void aNonceThatIsUsedAgainAfterItsTimeIsTheNewestThen() {
    NonceMemory memory = new NonceMemory(4);
    memory.remember("k", "a", 0, 5 * UNTIL);
    memory.remember("k", "b", 0, UNTIL);
    memory.remember("k", "c", 0, 5 * UNTIL);
    assertThat(memory.remember("k", "b", UNTIL + 1, 5 * UNTIL)).isTrue();
    memory.remember("k", "d", UNTIL + 1, 5 * UNTIL);
    memory.remember("k", "e", UNTIL + 1, 5 * UNTIL);
    memory.remember("k", "f", UNTIL + 1, 5 * UNTIL);
    assertThat(memory.remember("k", "b", UNTIL + 1, 5 * UNTIL)).isFalse();
  }

  @Test
  void aCapacityBelowOneIsRefused() {
    assertThatThrownBy(() -> new NonceMemory(0)).hasMessage("capacity must be at least 1, not 0");
  }

  @Test
  void ofTwoThreadsWithTheSameNonceExactlyOnePasses() throws Exception {
    NonceMemory memory = new NonceMemory();
    int rounds = 2000;
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<boolean[]> thread =
        () -> {
          boolean[] passed = new boolean[rounds];
          for (int i = 0; i < rounds; i++) {
            together.await(30, TimeUnit.SECONDS);
            passed[i] = memory.remember("k", "n" + i, 0, UNTIL);
          }
          return passed;
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<boolean[]> first = threads.submit(thread);
      Future<boolean[]> second = threads.submit(thread);
      List<Integer> notExactlyOne = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        if (first.get(60, TimeUnit.SECONDS)[i] == second.get(60, TimeUnit.SECONDS)[i]) {
          notExactlyOne.add(i);
        }
      }
      assertThat(notExactlyOne).isEmpty();
    } finally {
      threads.shutdownNow();
    }
  }
}

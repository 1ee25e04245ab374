package io.tagginggateway.core.auth;

import static io.tagginggateway.core.auth.Nonces.Outcome.NEW;
import static io.tagginggateway.core.auth.Nonces.Outcome.NO_ROOM;
import static io.tagginggateway.core.auth.Nonces.Outcome.USED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.auth.Nonces.Outcome;
import io.tagginggateway.core.testing.store.NoncesContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonceMemoryTest implements NoncesContract {
  private static final int FIT = 100;

  @Override
  public List<Nonces> newNonces() {
    return List.of(new NonceMemory());
  }

  private static NonceMemory small(int keys) {
    return new NonceMemory(keys * NonceMemory.KEY_BYTES + FIT * NonceMemory.NONCE_BYTES);
  }

  /** Of a request that was signed at the time when it came. */
  private static Outcome use(NonceMemory memory, String key, String nonce, long now) {
    return memory.remember(key, nonce, now, now, now + WINDOW).join();
  }

  private static void flood(NonceMemory memory, String key, int requests, long start) {
    for (int i = 0; i < requests; i++) {
      long now = start + 100L * i;
      assertThat(use(memory, key, "flood" + now, now)).as("request %s", i).isEqualTo(NEW);
    }
  }

  @Test
  void dueNoncesLeaveOthersAlone() {
    NonceMemory memory = new NonceMemory();
    use(memory, "k", "n", 0);
    use(memory, "k", "other", 5000);
    assertThat(use(memory, "k", "n", WINDOW + 1)).isEqualTo(NEW);
    assertThat(use(memory, "k", "n", WINDOW + 2)).isEqualTo(USED);
    use(memory, "k", "another", WINDOW + 3);
    assertThat(use(memory, "k", "n", 2 * WINDOW)).isEqualTo(USED);
  }

  @Test
  void noncesThatAreDueLeaveAsNewOnesCome() {
    NonceMemory memory = new NonceMemory();
    for (int i = 0; i < 500; i++) {
      use(memory, "k", "old" + i, 0);
      use(memory, "gone" + i, "old", 0);
    }
    for (int i = 0; i < 50; i++) {
      use(memory, "k", "new" + i, 2 * WINDOW);
    }
    assertThat(memory.size()).isEqualTo(50);
    assertThat(memory.bytes()).isEqualTo(NonceMemory.KEY_BYTES + 50 * NonceMemory.NONCE_BYTES);
  }

  @Test
  void ofManyThatComeAndGoEachCountsForItsTimeAndOnce() {
    NonceMemory memory = new NonceMemory();
    Map<String, Long> until = new HashMap<>();
    Random random = new Random(7);
    long now = 0;
    for (int i = 0; i < 300_000; i++) {
      now += i % 50_000 == 0 ? 2 * WINDOW : random.nextInt(20);
      String nonce = "n" + random.nextInt(i % 100_000 < 50_000 ? 40_000 : 300);
      boolean used = until.getOrDefault(nonce, -1L) >= now;
      assertThat(use(memory, "k", nonce, now)).as("request %s", i).isEqualTo(used ? USED : NEW);
      if (!used) {
        until.put(nonce, (now + WINDOW + 999) / 1000 * 1000); // to the end of the second
      }
    }
  }

  @Test
  void aKeyThatFloodsIsServedAndNeverReplayed() {
    NonceMemory memory = small(1);
    int requests = 20 * FIT;
    flood(memory, "k", requests, 0);
    long now = 100L * requests;
    for (int i = 0; i < requests; i++) {
      long signedAt = 100L * i;
      assertThat(memory.remember("k", "flood" + signedAt, signedAt, now, now + WINDOW).join())
          .as("replay of request %s", i)
          .isNotEqualTo(NEW);
    }
  }

  @Test
  void aKeyThatFloodsPushesOutNoOtherKeysNonces() {
    NonceMemory memory = small(2);
    for (int i = 0; i < FIT / 4; i++) {
      assertThat(use(memory, "quiet", "n" + i, 0)).isEqualTo(NEW);
    }
    flood(memory, "loud", 20 * FIT, 0);
    for (int i = 0; i < FIT / 4; i++) {
      assertThat(use(memory, "quiet", "n" + i, 1000)).isEqualTo(USED);
    }
    assertThat(use(memory, "quiet", "late", 1000)).isEqualTo(NEW);
  }

  @Test
  void aKeyThatComesLateGetsItsShareOfAFullMemory() {
    NonceMemory memory = small(2);
    flood(memory, "loud", 20 * FIT, 0);
    for (int i = 0; i < FIT / 2; i++) {
      assertThat(use(memory, "late", "n" + i, 0)).isEqualTo(NEW);
      flood(memory, "loud", 1, 200_000 + 1000L * i + 1000);
    }
    for (int i = 0; i < FIT / 2; i++) {
      assertThat(use(memory, "late", "n" + i, 0)).as("nonce %s", i).isEqualTo(USED);
    }
  }

  @Test
  void moreInOneSecondThanFitAreRefusedAndForgetNothing() {
    NonceMemory memory = small(1);
    for (int i = 0; i < FIT; i++) {
      assertThat(use(memory, "k", "n" + i, 500)).isEqualTo(NEW);
    }
    assertThat(use(memory, "k", "one too many", 500)).isEqualTo(NO_ROOM);
    for (int i = 0; i < FIT; i++) {
      assertThat(use(memory, "k", "n" + i, 500)).isEqualTo(USED);
    }
    assertThat(use(memory, "k", "one too many", 2500)).isEqualTo(NEW);
  }

  @Test
  void ofAForgottenSecondNothingPassesAgainWhateverItsNonce() {
    NonceMemory memory = small(1);
    flood(memory, "k", 2 * FIT, 0);
    assertThat(memory.remember("k", "flood0", 0, 30_000, 30_000 + WINDOW).join())
        .isEqualTo(NO_ROOM);
    assertThat(memory.remember("k", "never seen", 0, 30_000, 30_000 + WINDOW).join())
        .isEqualTo(NO_ROOM);
    assertThat(memory.remember("k", "fresh", 30_000, 30_000, 30_000 + WINDOW).join())
        .isEqualTo(NEW);
  }

  @Test
  void manyKeysAreBoundedInBytesToo() {
    NonceMemory memory = small(10);
    for (int i = 0; i < 1000; i++) {
      use(memory, "key" + i, "n", 10L * i);
    }
    assertThat(memory.bytes())
        .isLessThanOrEqualTo(10 * NonceMemory.KEY_BYTES + FIT * NonceMemory.NONCE_BYTES);
    for (int i = 0; i < 1000; i++) {
      assertThat(memory.remember("key" + i, "n", 10L * i, 10_000, 10_000 + WINDOW).join())
          .as("replay of key %s", i)
          .satisfiesAnyOf(
              outcome -> assertThat(outcome).isEqualTo(USED),
              outcome -> assertThat(outcome).isEqualTo(NO_ROOM));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, NonceMemory.KEY_BYTES + NonceMemory.NONCE_BYTES - 1})
  void roomForNotOneNonceIsRefused(long bytes) {
    assertThatThrownBy(() -> new NonceMemory(bytes))
        .hasMessage("a nonce takes 1120 bytes, more than " + bytes);
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
            passed[i] = use(memory, "k", "n" + i, 0) == NEW;
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

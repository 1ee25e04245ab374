package io.tagginggateway.core.testing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.auth.Nonces;
import io.tagginggateway.core.auth.Nonces.Outcome;
import io.tagginggateway.core.testing.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract of {@link Nonces}. Whoever makes one implements this in a test class. */
public interface NoncesContract {
  /** How long a nonce counts. */
  long WINDOW = 900_000;

  /** What is new as an object; several share what they remember, each a gateway's. */
  List<Nonces> newNonces();

  private static String key() {
    return "key-" + UUID.randomUUID();
  }

  private static Outcome use(Nonces nonces, String key, String nonce, long now) {
    return Stages.join(nonces.remember(key, nonce, now, now, now + WINDOW));
  }

  @Test
  default void aNonceIsUsedOnceWhereverItCame() {
    List<Nonces> all = newNonces();
    String key = key();
    long now = System.currentTimeMillis();
    assertThat(use(all.get(0), key, "n", now)).isEqualTo(Outcome.NEW);
    for (Nonces nonces : all) {
      assertThat(use(nonces, key, "n", now)).isEqualTo(Outcome.USED);
      assertThat(use(nonces, key, "n", now + WINDOW)).isEqualTo(Outcome.USED);
    }
  }

  @Test
  default void theNonceOfAnotherKeyIsAnotherNonce() {
    Nonces nonces = newNonces().get(0);
    long now = System.currentTimeMillis();
    assertThat(use(nonces, key(), "n", now)).isEqualTo(Outcome.NEW);
    assertThat(use(nonces, key(), "n", now)).isEqualTo(Outcome.NEW);
  }

  @Test
  default void nearNoncesAndOddOnesAreTold() {
    Nonces nonces = newNonces().get(0);
    String key = key() + "\u0000'\"é\uD83D\uDE00";
    long now = System.currentTimeMillis();
    for (String nonce : List.of("a", "A", "a ", " a", "", "\u0000", "é", "\uD83D\uDE00", "'")) {
      assertThat(use(nonces, key, nonce, now)).as(nonce).isEqualTo(Outcome.NEW);
      assertThat(use(nonces, key, nonce, now)).as(nonce).isEqualTo(Outcome.USED);
    }
    assertThat(use(nonces, key, "x".repeat(100_000), now)).isEqualTo(Outcome.NEW);
    assertThat(use(nonces, key, "x".repeat(100_000), now)).isEqualTo(Outcome.USED);
  }

  @Test
  default void aNonceThatIsDueIsNewAgainAndCountsFromThenOn() {
    Nonces nonces = newNonces().get(0);
    String key = key();
    long now = System.currentTimeMillis();
    assertThat(use(nonces, key, "n", now)).isEqualTo(Outcome.NEW);
    long due = now + WINDOW + 2000; // it may count a second longer
    assertThat(use(nonces, key, "n", due)).isEqualTo(Outcome.NEW);
    assertThat(use(nonces, key, "n", due + 1)).isEqualTo(Outcome.USED);
    assertThat(use(nonces, key, "n", due + WINDOW)).isEqualTo(Outcome.USED);
  }

  @Test
  @Tag("concurrent")
  default void ofManyThatBringOneNonceAtOnceOneIsNew() throws Exception {
    List<Nonces> all = newNonces();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      String key = key();
      long now = System.currentTimeMillis();
      for (int round = 0; round < 20; round++) {
        String nonce = "n" + round;
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          Nonces nonces = all.get(i % all.size());
          outcomes.add(
              threads.submit(
                  () -> {
                    start.await();
                    return use(nonces, key, nonce, now);
                  }));
        }
        start.countDown();
        int accepted = 0;
        for (Future<Outcome> outcome : outcomes) {
          accepted += outcome.get() == Outcome.NEW ? 1 : 0;
        }
        assertThat(accepted).isOne();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}

package io.tagginggateway.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripedCountsTest {
  private static final int EACH = 1_000_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20})
  void nothingIsLostHoweverManyThreadsCount(int number) throws InterruptedException {
    StripedCounts counts = new StripedCounts(3);
    CountDownLatch together = new CountDownLatch(number);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Thread thread = new Thread(() -> count(counts, together));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(counts.sum(0)).isEqualTo((long) number * EACH);
    assertThat(counts.sum(1)).isZero();
    assertThat(counts.sum(2)).isEqualTo(3L * number * EACH);
  }

  private static void count(StripedCounts counts, CountDownLatch together) {
    together.countDown();
    try {
      together.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    for (int i = 0; i < EACH; i++) {
      counts.add(0, 1);
      counts.add(2, 3);
    }
  }
}

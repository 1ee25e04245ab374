package io.tagginggateway.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a store may hold before it refuses to hold more. */
final class StoreBoundTest {
  private final AtomicInteger told = new AtomicInteger();
  private final StoreBound bound = new StoreBound(100, told::incrementAndGet);

  @Test
  void theLastByteIsTakenAndTheNextIsRefusedAndCounted() {
    assertThat(bound.admits(60, 40)).isTrue();
    assertThat(bound.refused()).isZero();
    assertThat(bound.admits(60, 41)).isFalse();
    assertThat(bound.refused()).isEqualTo(1);
    assertThat(told).hasValue(1);
  }

  /**
   * Fixtures may hold more than callers may add to; a change that adds nothing is none of theirs.
   */
  @Test
  void whatDoesNotGrowIsTakenByAFullStore() {
    assertThat(bound.admits(200, 0)).isTrue();
    assertThat(bound.admits(200, -1)).isTrue();
    assertThat(bound.admits(200, 1)).isFalse();
    assertThat(told).hasValue(1);
  }
}

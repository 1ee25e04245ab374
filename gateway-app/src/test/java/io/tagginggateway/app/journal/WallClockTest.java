package io.tagginggateway.app.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class WallClockTest {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  /** Durations may be counted from anywhere, and count over. */
  private long nanos = Long.MAX_VALUE - 5 * MILLI;

  private long millis = 1_000_000;
  private int reads;
  private final WallClock clock = new WallClock(this::nanos, () -> millis);

  private long nanos() {
    reads++;
    return nanos;
  }

  @Test
  void withinASecondTheTimeGoesOnAsDurationsDo() {
    assertThat(clock.millis(nanos)).isEqualTo(1_000_000);
    assertThat(clock.millis(nanos + 7 * MILLI)).isEqualTo(1_000_007);
    assertThat(clock.millis(nanos + 1000 * MILLI)).isEqualTo(1_001_000);
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void afterASecondItFollowsAClockThatWasSet() {
    nanos += 1001 * MILLI;
    millis = 500;
    assertThat(clock.millis(nanos)).isEqualTo(500);
    assertThat(clock.millis(nanos + MILLI)).isEqualTo(501);
  }

  @Test
  void whoWasOvertakenByAnotherThreadIsNotTakenForLate() {
    assertThat(clock.millis(nanos - MILLI)).isEqualTo(999_999);
    assertThat(reads).isEqualTo(1);
  }
}

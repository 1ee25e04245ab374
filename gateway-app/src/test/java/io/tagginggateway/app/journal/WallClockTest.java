package io.tagginggateway.app.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class WallClockTest {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  /** Durations may be counted from anywhere, and count over. */
  private long nanos = Long.MAX_VALUE - 5 * MILLI;

  private long micros = 1_000_000_000;
  private int reads;
  private final WallClock clock =
      new WallClock(this::nanos, () -> TimeUnit.MICROSECONDS.toNanos(micros));

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

  /** Or a request would have ended before its client sent it. */
  @Test
  void whatBothClocksTellBesideMillisecondsCounts() {
    micros += 900;
    nanos += 1001 * MILLI;
    assertThat(clock.millis(nanos)).isEqualTo(1_000_000);
    assertThat(clock.millis(nanos + MILLI / 5)).isEqualTo(1_000_001);
  }

  @Test
  void afterASecondItFollowsAClockThatWasSet() {
    nanos += 1001 * MILLI;
    micros = 500_000;
    assertThat(clock.millis(nanos)).isEqualTo(500);
    assertThat(clock.millis(nanos + MILLI)).isEqualTo(501);
  }

  @Test
  void whoWasOvertakenByAnotherThreadIsNotTakenForLate() {
    assertThat(clock.millis(nanos - MILLI)).isEqualTo(999_999);
    assertThat(reads).isEqualTo(1);
  }
}

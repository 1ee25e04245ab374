package io.tagginggateway.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class StopSignalTest {
  private final StopSignal signal = new StopSignal();
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void anActionRunsOnceWhenTheServerBeginsToStop() {
    Runnable unused = signal.onStop(runs::incrementAndGet);
    assertThat(runs).hasValue(0);
    signal.give();
    signal.give();
    assertThat(runs).hasValue(1);
  }

  @Test
  void anActionRunsAtOnceWhenTheServerStopsAlready() {
    signal.give();
    Runnable unused = signal.onStop(runs::incrementAndGet);
    assertThat(runs).hasValue(1);
  }

  @Test
  void anAnswerThatEndedEarlierIsForgotten() {
    signal.onStop(runs::incrementAndGet).run();
    signal.give();
    assertThat(runs).hasValue(0);
  }
}

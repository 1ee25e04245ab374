package io.tagginggateway.app.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How memory is divided. */
final class MemoryPlanTest {
  private static final long MIB = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    "64, 0, 64, 16", // plain java -jar -Xmx64m
    "48, 128, 24, 12", // the launcher in 128 MiB
    "64, 96, 64, 6", // a heap that its container cannot hold
    "64, 32, 64, 4", // a container that no gateway fits in
    "4096, 0, 4096, 1024",
    "64, 0, 8, 4", // the system holds the answers that wait to be taken
    "64, 0, 1, 4",
  })
  void callersHaveAQuarterOfWhatThereIs(long heap, long container, long direct, long callers) {
    OptionalLong limit = container == 0 ? OptionalLong.empty() : OptionalLong.of(container * MIB);
    MemoryPlan plan = MemoryPlan.derive(heap * MIB, limit, direct * MIB);
    assertThat(plan.callers()).isEqualTo(callers * MIB);
  }

  @Test
  void threeTenthsAreForWhatIsStored() {
    assertThat(MemoryPlan.derive(100 * MIB, OptionalLong.empty(), 100 * MIB).stored())
        .isEqualTo(30 * MIB);
  }

  @Test
  void whatIsConfiguredHolds() {
    MemoryPlan derived = MemoryPlan.of(0, 0);
    assertThat(derived.journal()).isPositive();
    assertThat(MemoryPlan.of(5, 7)).isEqualTo(new MemoryPlan(5, 7, derived.journal()));
  }
}

package io.tagginggateway.app.memory;

import io.netty.util.internal.PlatformDependent;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How the memory of the process is divided. A quarter is for what callers hold for a while, three
 * tenths for what they store, a tenth for the journal; the rest is the gateway's own: classes and
 * tables, the request that each event loop works on, and room for the collector. Chosen: see the
 * decision record on memory.
 *
 * @param callers bytes of the {@link MemoryBudget}
 * @param stored bytes that the tags of callers may take
 * @param journal bytes that the entries of the journal may take
 */
public record MemoryPlan(long callers, long stored, long journal) {
  /** What the JVM needs beside its heap: code, classes, threads, network buffers. An estimate. */
  static final long BESIDE_HEAP = 72L << 20;

  /** Below this a gateway cannot work anyway. */
  private static final long LEAST = 16L << 20;

  /**
   * The plan for this process.
   *
   * @param callers the configured budget, or 0 to derive it
   * @param stored the configured bound of what is stored, or 0 to derive it
   */
  public static MemoryPlan of(long callers, long stored) {
    MemoryPlan derived =
        derive(
            Runtime.getRuntime().maxMemory(),
            new ContainerMemory(Path.of("/")).limit(),
            PlatformDependent.maxDirectMemory());
    return new MemoryPlan(
        callers > 0 ? callers : derived.callers,
        stored > 0 ? stored : derived.stored,
        derived.journal);
  }

  /**
   * The plan for a heap of at most {@code heap} bytes.
   *
   * @param container the memory limit of the control group, which a large heap may not reach
   * @param direct bytes of network buffers, which hold the answers that wait to be taken
   */
  static MemoryPlan derive(long heap, OptionalLong container, long direct) {
    long usable = heap;
    if (container.isPresent()) {
      usable = Math.min(heap, Math.max(LEAST, container.getAsLong() - BESIDE_HEAP));
    }
    long callers = Math.min(usable / 4, Math.max(direct / 2, LEAST / 4));
    return new MemoryPlan(callers, usable * 3 / 10, usable / 10);
  }
}

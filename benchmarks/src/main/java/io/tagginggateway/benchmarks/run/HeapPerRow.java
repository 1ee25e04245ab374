package io.tagginggateway.benchmarks.run;

import static java.util.Objects.requireNonNull;

import io.tagginggateway.benchmarks.data.SampleData;
import io.tagginggateway.benchmarks.data.Stores;
import io.tagginggateway.core.store.MemoryTagStore;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/**
 * Prints what a row costs on the heap, strings included, as one line of JSON: {@code ROWS
 * unique|shared}, the latter telling whether every resource has one value of its own.
 */
final class HeapPerRow {
  private static final int COLLECTIONS = 5;

  private HeapPerRow() {}

  public static void main(String[] args) {
    int rows = Integer.parseInt(args[0]);
    boolean unique = args[1].equals("unique");
    Stores.ofRows(10_000, unique);
    long before = live();
    MemoryTagStore store = Stores.ofRows(rows, unique);
    long after = live();
    long held = requireNonNull(store.sizes().join().get(SampleData.PARTITION)).rows();
    System.out.printf(
        "{\"rows\": %d, \"unique\": %b, \"bytes\": %d, \"bytesPerRow\": %.2f}%n",
        held, unique, after - before, (double) (after - before) / held);
  }

  /** Live bytes, once collections find nothing more. */
  private static long live() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    for (int i = 0; i < COLLECTIONS; i++) {
      memory.gc();
    }
    return memory.getHeapMemoryUsage().getUsed();
  }
}

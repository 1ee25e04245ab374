package io.tagginggateway.benchmarks.run;

import io.tagginggateway.benchmarks.data.SampleData;
import io.tagginggateway.benchmarks.data.Stores;
import io.tagginggateway.core.store.MemoryTagStore;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * Times pages of two filters with and without one thread that writes as fast as it can, in
 * alternating rounds, and prints each round as one line of JSON: {@code ROWS ROUNDS SECONDS}. The
 * writer overwrites tags of 50 resources a call, also those that the pages ask for.
 */
final class ReadersBesideWriter {
  private static final long NANOS = 1_000_000_000L;
  private static final int RESOURCES_PER_CALL = 50;
  private static final ChangeRules RULES = new ChangeRules(20, false);

  private final MemoryTagStore store;
  private final int resources;
  private final long roundNanos;

  private ReadersBesideWriter(int rows, int seconds) {
    store = Stores.ofRows(rows, true);
    resources = rows / SampleData.TAGS;
    roundNanos = seconds * NANOS;
  }

  public static void main(String[] args) throws InterruptedException {
    int rounds = Integer.parseInt(args[1]);
    ReadersBesideWriter run =
        new ReadersBesideWriter(Integer.parseInt(args[0]), Integer.parseInt(args[2]));
    run.round(false);
    run.round(true);
    for (int round = 1; round <= rounds; round++) {
      System.out.println(run.round(false));
      System.out.println(run.round(true));
    }
  }

  private String round(boolean writing) throws InterruptedException {
    AtomicBoolean running = new AtomicBoolean(writing);
    AtomicLong written = new AtomicLong();
    Thread writer = new Thread(() -> write(running, written), "writer");
    writer.setDaemon(true); // a failed measurement ends the process
    writer.start();
    Histogram pages = read();
    running.set(false);
    writer.join();
    return String.format(
        "{\"writing\": %b, \"pages\": %d, \"p50\": %d, \"p99\": %d, \"p999\": %d, \"max\": %d,"
            + " \"rowsWritten\": %d}",
        writing,
        pages.getTotalCount(),
        pages.getValueAtPercentile(50),
        pages.getValueAtPercentile(99),
        pages.getValueAtPercentile(99.9),
        pages.getMaxValue(),
        written.get());
  }

  private Histogram read() {
    Histogram nanos = new Histogram(60 * NANOS, 3);
    TagQuery query = Stores.byTwoFilters(null);
    long end = System.nanoTime() + roundNanos;
    for (long start = System.nanoTime(); start < end; ) {
      if (store.list(SampleData.PARTITION, query).join().resources().isEmpty()) {
        throw new IllegalStateException("a page went missing");
      }
      long now = System.nanoTime();
      nanos.recordValue(now - start);
      start = now;
    }
    return nanos;
  }

  private void write(AtomicBoolean running, AtomicLong written) {
    for (int number = 0; running.get(); number += RESOURCES_PER_CALL) {
      List<String> ids = new ArrayList<>(RESOURCES_PER_CALL);
      for (int i = 0; i < RESOURCES_PER_CALL; i++) {
        ids.add(SampleData.id((number + i) % resources));
      }
      List<Tag> tags = SampleData.tags(number, true);
      store.change(SampleData.PARTITION, new TagChange.Put(ids, tags), RULES).join();
      written.addAndGet((long) RESOURCES_PER_CALL * tags.size());
    }
  }
}

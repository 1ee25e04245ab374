package io.tagginggateway.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TagStore;
import io.tagginggateway.core.tag.TaggedResource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryTagStoreConcurrencyTest {
  private static final int ROUNDS = 2000;
  private static final Partition PARTITION = new Partition("1", "P", "r", "T");
  private static final ChangeRules RULES = new ChangeRules(20, false);
  private static final PageLimit LIMIT = new PageLimit(1000, PageLimit.Unit.ROWS);
  private static final List<String> IDS = IntStream.range(0, 50).mapToObj(i -> "r" + i).toList();

  private final MemoryTagStore store = new MemoryTagStore();
  private final ExecutorService threads = Executors.newFixedThreadPool(3);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void aReaderSeesACallWholeOrNotAtAll() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Future<Integer> byKey =
        threads.submit(
            () ->
                read(
                    new TagQuery(List.of(), List.of(new TagFilter("k", null)), LIMIT, null), done));
    Future<Integer> byId =
        threads.submit(() -> read(new TagQuery(IDS, List.of(), LIMIT, null), done));
    Future<?> writer =
        threads.submit(
            () -> {
              try {
                write();
              } finally {
                done.set(true);
              }
            });
    writer.get(60, TimeUnit.SECONDS);
    assertThat(byKey.get(60, TimeUnit.SECONDS)).isPositive();
    assertThat(byId.get(60, TimeUnit.SECONDS)).isPositive();
  }

  private void write() {
    for (int round = 0; round < ROUNDS; round++) {
      Tag tag = new Tag("k", "v" + (round % 7));
      store.change(PARTITION, new TagChange.Put(IDS, List.of(tag)), RULES).join();
      if (round % 3 == 0) {
        store.change(PARTITION, new TagChange.RemoveAll(IDS), RULES).join();
      }
    }
  }

  /**
   * Reads until the writer is done; every page shows no resource, or all of them with one value.
   */
  private int read(TagQuery query, AtomicBoolean done) {
    int reads = 0;
    boolean last;
    do {
      last = done.get();
      Page page = store.list(PARTITION, query).join();
      assertThat(page.resources().size()).isIn(0, IDS.size());
      assertThat(page.resources().stream().map(TaggedResource::tags).distinct().count())
          .isLessThanOrEqualTo(1);
      reads++;
    } while (!last);
    return reads;
  }

  @Test
  void writersTakeTurns() throws Exception {
    List<Future<?>> writers =
        IntStream.range(0, 3)
            .<Future<?>>mapToObj(
                writer ->
                    threads.submit(
                        () -> {
                          for (int i = 0; i < 500; i++) {
                            List<String> id = List.of(writer + "-" + i);
                            List<Tag> tag = List.of(new Tag("k", "" + i));
                            store.change(PARTITION, new TagChange.Put(id, tag), RULES).join();
                          }
                        }))
            .toList();
    for (Future<?> writer : writers) {
      writer.get(60, TimeUnit.SECONDS);
    }
    assertThat(store.sizes().join()).containsEntry(PARTITION, new TagStore.Size(1500, 1500));
  }
}

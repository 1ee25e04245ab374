package io.tagginggateway.core.testing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TagStore;
import io.tagginggateway.core.tag.TaggedResource;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What readers see of writers, and that they never wait for them. */
public interface TagStoreReaders extends TagStoreFactory {
  int ROUNDS = 2000;
  List<String> FIFTY = IntStream.range(0, 50).mapToObj(i -> "r" + i).toList();

  @org.junit.jupiter.api.Tag("concurrent")
  @Test
  default void readersNeverWaitForAWriter() throws Exception {
    readersNeverWait(newStore(), Duration.ofSeconds(30));
  }

  /**
   * Stops a writer in the middle of its change, and reads meanwhile.
   *
   * @param patience how long a reader is waited for, before it counts as one that waits
   */
  static void readersNeverWait(TagStore store, Duration patience) throws Exception {
    StoreUnderTest partition = StoreUnderTest.of(store);
    partition.tag("r0", new Tag("k", "before"));
    CountDownLatch inTheMiddle = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<String> slowIds =
        new AbstractList<>() {
          @Override
          public String get(int index) {
            if (index == FIFTY.size() - 1) {
              inTheMiddle.countDown();
              await(goOn);
            }
            return FIFTY.get(index);
          }

          @Override
          public int size() {
            return FIFTY.size();
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      TagChange change = new TagChange.Put(slowIds, List.of(new Tag("k", "after")));
      Future<?> writer = threads.submit(() -> partition.apply(change));
      await(inTheMiddle);
      Future<List<TaggedResource>> reader = threads.submit(() -> partition.list("k", null));
      assertThat(reader)
          .as("a reader beside a writer that is in the middle of its change")
          .succeedsWithin(patience)
          .isEqualTo(List.of(new TaggedResource("r0", List.of(new Tag("k", "before")))));
      goOn.countDown();
      writer.get(60, TimeUnit.SECONDS);
      assertThat(partition.list("k", "after")).hasSize(FIFTY.size());
    } finally {
      goOn.countDown();
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @org.junit.jupiter.api.Tag("concurrent")
  @Test
  default void aReaderSeesACallWholeOrNotAtAll() throws Exception {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    List<TagFilter> filters = List.of(new TagFilter("k", null));
    TagQuery byKey = new TagQuery(List.of(), filters, StoreUnderTest.EVERYTHING, null);
    TagQuery byId = new TagQuery(FIFTY, List.of(), StoreUnderTest.EVERYTHING, null);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Future<Integer> keyReader = threads.submit(() -> read(store, byKey, done));
      Future<Integer> idReader = threads.submit(() -> read(store, byId, done));
      Future<?> writer = threads.submit(() -> write(store, done));
      writer.get(patience().toSeconds(), TimeUnit.SECONDS);
      assertThat(keyReader.get(60, TimeUnit.SECONDS)).isPositive();
      assertThat(idReader.get(60, TimeUnit.SECONDS)).isPositive();
    } finally {
      threads.shutdownNow();
    }
  }

  private static void write(StoreUnderTest store, AtomicBoolean done) {
    try {
      for (int round = 0; round < ROUNDS; round++) {
        store.apply(new TagChange.Put(FIFTY, List.of(new Tag("k", "v" + (round % 7)))));
        if (round % 3 == 0) {
          store.apply(new TagChange.RemoveAll(FIFTY));
        }
      }
    } finally {
      done.set(true);
    }
  }

  /**
   * Reads until the writer is done; every page shows no resource, or all of them with one value.
   */
  private static int read(StoreUnderTest store, TagQuery query, AtomicBoolean done) {
    int reads = 0;
    boolean last;
    do {
      last = done.get();
      Page page = store.list(query);
      assertThat(page.resources().size()).isIn(0, FIFTY.size());
      assertThat(page.resources().stream().map(TaggedResource::tags).distinct().count())
          .isLessThanOrEqualTo(1);
      reads++;
    } while (!last);
    return reads;
  }

  @org.junit.jupiter.api.Tag("concurrent")
  @Test
  default void noWriterLosesWhatAnotherWrote() throws Exception {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> writers =
          IntStream.range(0, 3)
              .<Future<?>>mapToObj(writer -> threads.submit(() -> writeOwn(store, writer)))
              .toList();
      for (Future<?> writer : writers) {
        writer.get(patience().toSeconds(), TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(store.size()).isEqualTo(new TagStore.Size(1501, 1503));
  }

  private static void writeOwn(StoreUnderTest store, int writer) {
    for (int i = 0; i < 500; i++) {
      store.tag(writer + "-" + i, new Tag("k", "" + i));
      store.tag("shared", new Tag("writer" + writer, "" + i));
    }
  }
}

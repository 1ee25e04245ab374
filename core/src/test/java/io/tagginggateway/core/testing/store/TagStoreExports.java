package io.tagginggateway.core.testing.store;

import static io.tagginggateway.core.testing.store.StoreUnderTest.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.testing.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an export hands over, and how fast. */
public interface TagStoreExports extends TagStoreFactory {
  List<StoredResource> MANY =
      IntStream.range(0, 3_000).mapToObj(i -> resource("r" + i, new Tag("n", "" + i))).toList();

  @Test
  @Timeout(60)
  default void everyResourceIsHandedOverInOrder() {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    store.put(MANY);
    assertThat(store.stored()).isEqualTo(MANY);
  }

  @Test
  @Timeout(60)
  default void aPartitionThatIsNotThereHandsOverNothing() {
    assertThat(StoreUnderTest.of(newStore()).stored()).isEmpty();
  }

  @Test
  @Timeout(60)
  default void theNextBatchComesWhenTheOneBeforeIsTakenAndChangesMeanwhileAreNotSeen()
      throws Exception {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    store.put(MANY);
    record Batch(List<StoredResource> resources, CompletableFuture<Void> taken) {}
    BlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
    CompletableFuture<Void> export =
        store
            .store()
            .export(
                store.partition(),
                resources -> {
                  Batch batch = new Batch(resources, new CompletableFuture<>());
                  batches.add(batch);
                  return batch.taken;
                })
            .toCompletableFuture();
    List<StoredResource> seen = new ArrayList<>();
    while (seen.size() < MANY.size()) {
      Batch batch = batches.poll(20, TimeUnit.SECONDS);
      assertThat(batch).isNotNull();
      assertThat(batches).isEmpty();
      assertThat(export).isNotDone();
      seen.addAll(batch.resources);
      store.apply(new TagChange.RemoveAll(List.of("r" + (MANY.size() - 1))));
      store.tag("late" + seen.size(), new Tag("k", "v"));
      batch.taken.complete(null);
    }
    export.get(20, TimeUnit.SECONDS);
    assertThat(seen).isEqualTo(MANY);
    assertThat(batches).isEmpty();
  }

  @Test
  @Timeout(60)
  default void aSinkThatFailsEndsTheExport() {
    StoreUnderTest store = StoreUnderTest.of(newStore());
    store.put(MANY);
    List<Integer> batches = new ArrayList<>();
    assertThatThrownBy(
            () ->
                Stages.join(
                    store
                        .store()
                        .export(
                            store.partition(),
                            batch -> {
                              batches.add(batch.size());
                              return CompletableFuture.failedFuture(
                                  new IllegalStateException("the caller is gone"));
                            })))
        .hasMessage("the caller is gone");
    assertThat(batches).hasSize(1);
  }
}

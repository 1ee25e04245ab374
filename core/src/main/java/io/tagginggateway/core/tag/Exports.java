package io.tagginggateway.core.tag;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Reads an export on a thread that may block, which takes one batch after the other while the store
 * waits for it.
 */
public final class Exports {
  private static final Batch END = new Batch(List.of(), CompletableFuture.completedFuture(null));

  private Exports() {}

  private record Batch(List<StoredResource> resources, CompletableFuture<Void> taken) {
    /** The end of an export is marked by an empty batch, which no store hands over. */
    boolean isEnd() {
      return resources.isEmpty();
    }
  }

  /**
   * Hands every resource of a partition to {@code action}, on the calling thread.
   *
   * @throws java.util.concurrent.CompletionException if the store fails
   */
  public static void forEach(TagStore store, Partition partition, Consumer<StoredResource> action) {
    // At most one batch and the end stand in it.
    BlockingQueue<Batch> queue = new LinkedBlockingQueue<>();
    CompletableFuture<Void> export =
        store
            .export(partition, batch -> offer(queue, batch))
            .whenComplete((done, failure) -> queue.add(END))
            .toCompletableFuture();
    for (Batch batch = next(queue); !batch.isEnd(); batch = next(queue)) {
      try {
        batch.resources.forEach(action);
      } catch (RuntimeException | Error e) {
        batch.taken.completeExceptionally(e);
        throw e;
      }
      batch.taken.complete(null);
    }
    export.join();
  }

  private static CompletionStage<Void> offer(
      BlockingQueue<Batch> queue, List<StoredResource> resources) {
    Batch batch = new Batch(resources, new CompletableFuture<>());
    queue.add(batch);
    return batch.taken;
  }

  private static Batch next(BlockingQueue<Batch> queue) {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while an export was read");
    }
  }
}

package io.tagginggateway.core.tag;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Where tags are kept, in this process or far away. Thread-safe; no call blocks.
 *
 * <p>Every implementation guarantees:
 *
 * <ul>
 *   <li>A call fails through its stage and does not throw. A failed change changed nothing.
 *   <li>Calls are linearizable: what a completed change did, every list that begins later sees. A
 *       list sees each change whole or not at all.
 *   <li>A list never waits for a change, however long that takes.
 *   <li>Resources of a partition have one order, which changes of tags do not disturb and which is
 *       the same after a restart on the same content. Page by page every row that existed
 *       throughout comes exactly once.
 *   <li>A stage may complete on any thread, also before the call returns. What depends on it must
 *       not block that thread.
 * </ul>
 */
public interface TagStore {

  /**
   * One page of the resources that match.
   *
   * <p>Fails with {@link ForeignCursorException} if the query goes on from a cursor that this kind
   * of store never made.
   */
  CompletionStage<Page> list(Partition partition, TagQuery query);

  /** Changes user tags, of all the resources or of none. */
  CompletionStage<ChangeResult> change(Partition partition, TagChange change, ChangeRules rules);

  /**
   * Adds whole resources, replacing those with the same id, which keep their place; of several with
   * one id the last wins. Atomic.
   */
  CompletionStage<Void> put(Partition partition, List<StoredResource> resources);

  /** Everything of one resource, or empty if it is not there. */
  CompletionStage<Optional<StoredResource>> find(Partition partition, String resourceId);

  /** The partitions that hold anything at this moment, and how much. */
  CompletionStage<Map<Partition, Size>> sizes();

  /**
   * Hands over every resource of a partition as it is at this moment, in stable order.
   *
   * @param sink takes the resources, batch by batch; the next one comes when the stage of the one
   *     before completed, so that a slow sink holds no more than one batch
   * @return completes when the sink took everything; fails when the sink does
   */
  CompletionStage<Void> export(Partition partition, Sink sink);

  /** Takes what an export hands over. */
  @FunctionalInterface
  interface Sink {

    /**
     * Takes a batch.
     *
     * @param batch never empty; not changed any more
     * @return completes when the next one may come
     */
    CompletionStage<?> take(List<StoredResource> batch);
  }

  /**
   * How much a partition holds.
   *
   * @param resources resources with or without tags
   * @param rows tags over all resources, system tags included
   */
  record Size(int resources, long rows) {

    /** Nothing. */
    public static final Size NONE = new Size(0, 0);
  }
}

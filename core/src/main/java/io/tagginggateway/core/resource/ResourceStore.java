package io.tagginggateway.core.resource;

import io.tagginggateway.core.tag.Partition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Where the attributes of created resources are kept, in this process or far away. Thread-safe; no
 * call blocks. A call fails through its stage; one that failed changed nothing. Creations and
 * removals of one account are serializable.
 */
public interface ResourceStore {

  /** One resource, or empty if it is not there. */
  CompletionStage<Optional<ResourceRecord>> find(Place place);

  /** All of a partition, in the order of their creation. */
  CompletionStage<List<ResourceRecord>> list(Partition partition);

  /** Creates resources, or tells why not. */
  CompletionStage<Creation.Result> create(Creation creation);

  /**
   * Changes attributes.
   *
   * @return the resource as it is then, or empty if it is not there
   */
  CompletionStage<Optional<ResourceRecord>> update(
      Place place, Map<String, String> changes, Instant now);

  /**
   * Removes a resource and what was created along with it, unless other resources depend on them.
   */
  CompletionStage<Removal> remove(Place place, List<Dependents> dependents);

  /** Adds a resource as it was exported, replacing one with the same id. */
  CompletionStage<Void> put(Partition partition, ResourceRecord record);

  /** The partitions that hold anything. */
  CompletionStage<Set<Partition>> partitions();
}

package io.tagginggateway.core.tag;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where tags are kept. Every call may come from any thread; none blocks on input or output. A list
 * sees each change whole or not at all, and never waits for one.
 */
public interface TagStore {

  /** One page of the resources that match, in an order that changes of tags do not disturb. */
  Page list(Partition partition, TagQuery query);

  /** Changes user tags, of all the resources or of none. */
  ChangeResult change(Partition partition, TagChange change, ChangeRules rules);

  /** Adds whole resources, replacing those with the same id; seen at once or not at all. */
  void put(Partition partition, List<StoredResource> resources);

  /** The partitions that hold anything, at this moment. */
  Set<Partition> partitions();

  /** Hands over every resource of a partition as it is at this moment, in stable order. */
  void forEach(Partition partition, Consumer<StoredResource> action);

  /** How much a partition holds at this moment. */
  Size size(Partition partition);

  /**
   * How much a partition holds.
   *
   * @param resources resources with or without tags
   * @param rows tags over all resources, system tags included
   */
  record Size(int resources, long rows) {}
}

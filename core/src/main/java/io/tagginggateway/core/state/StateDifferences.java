package io.tagginggateway.core.state;

import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the state has otherwise than the fixtures that a reset goes back to.
 *
 * @param count how many resources were added, removed, or have other tags
 * @param first some of them, ordered by place
 */
public record StateDifferences(long count, List<Difference> first) {

  /**
   * A resource that differs.
   *
   * @param partition where it is
   * @param before what the fixtures say of it, or null if they have none of it
   * @param now what it is, or null if it is not there any more
   */
  public record Difference(
      Partition partition, @Nullable StoredResource before, @Nullable StoredResource now) {}
}

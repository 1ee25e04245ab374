package io.tagginggateway.core.tag;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param resources in stable order, each with at least one row; may be empty
 * @param next where the next page goes on; null when there is nothing more
 */
public record Page(List<TaggedResource> resources, @Nullable Cursor next) {

  /** The number of rows on this page. */
  public int rows() {
    int rows = 0;
    for (TaggedResource resource : resources) {
      rows += resource.tags().size();
    }
    return rows;
  }
}

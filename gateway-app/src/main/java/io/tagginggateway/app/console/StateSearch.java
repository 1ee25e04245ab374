package io.tagginggateway.app.console;

import io.tagginggateway.app.console.view.Pair;
import io.tagginggateway.app.console.view.StateTree.Found;
import io.tagginggateway.app.console.view.StateTree.Search;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.tag.Exports;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import java.util.ArrayList;
import java.util.List;

/**
 * Resources that were looked for, a page of them.
 *
 * @param resources the page
 * @param next the number of the first resource of the next page, from 1; 0 if this is the last
 */
record StateSearch(List<Found> resources, int next) {
  static final StateSearch NONE = new StateSearch(List.of(), 0);

  /** Ends an export when a page is full. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Enough() {
      super(null, null, false, false);
    }
  }

  /**
   * Looks through these places, one after the other.
   *
   * @param skipped how many that match come before the page
   * @param most how many a page has
   */
  static StateSearch of(
      State state, List<Partition> partitions, Search search, int skipped, int most) {
    List<Found> found = new ArrayList<>();
    int[] seen = new int[1];
    try {
      for (Partition partition : partitions) {
        Exports.forEach(
            state.tags(),
            partition,
            resource -> {
              if (matches(search, resource) && ++seen[0] > skipped) {
                if (found.size() == most) {
                  throw new Enough();
                }
                found.add(found(partition, resource));
              }
            });
      }
      return new StateSearch(found, 0);
    } catch (Enough full) {
      return new StateSearch(found, seen[0]);
    }
  }

  static boolean admits(Search search, Partition partition) {
    return is(search.account(), partition.account())
        && is(search.product(), partition.product())
        && is(search.region(), partition.region())
        && is(search.type(), partition.type());
  }

  private static boolean is(String wanted, String there) {
    return wanted.isEmpty() || wanted.equalsIgnoreCase(there);
  }

  private static boolean matches(Search search, StoredResource resource) {
    return resource.id().contains(search.id())
        && (search.tag().isEmpty()
            || hasTag(search.tag(), resource.tags())
            || hasTag(search.tag(), resource.systemTags()));
  }

  /** A key may hold a colon, so that the text is first taken for a key alone. */
  private static boolean hasTag(String wanted, List<Tag> tags) {
    for (Tag tag : tags) {
      if (tag.key().equals(wanted) || wanted.equals(tag.key() + ":" + tag.value())) {
        return true;
      }
    }
    return false;
  }

  private static Found found(Partition partition, StoredResource resource) {
    return new Found(
        partition.account(),
        partition.product(),
        partition.region(),
        partition.type(),
        resource.id(),
        pairs(resource.tags()),
        pairs(resource.systemTags()),
        resource.declared(),
        link(partition, resource.id()));
  }

  /** Where a resource is edited. */
  static String link(Partition partition, String id) {
    return "/_gateway/console/state/resource"
        + StatePages.placeQuery(partition)
        + "&id="
        + Texts.encode(id);
  }

  static List<Pair> pairs(List<Tag> tags) {
    return tags.stream().map(tag -> new Pair(tag.key(), tag.value())).toList();
  }
}

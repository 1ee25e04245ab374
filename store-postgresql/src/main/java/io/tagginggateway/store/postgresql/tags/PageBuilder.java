package io.tagginggateway.store.postgresql.tags;

import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TaggedResource;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a page of the resources that a statement found.
 *
 * @param query what was asked
 * @param after where the page before ended, or null
 */
record PageBuilder(TagQuery query, @Nullable Position after) {

  /**
   * How many resources suffice: those of the page, one that the page before may have shown to the
   * end, and one that tells whether there is another page.
   */
  long enough() {
    return query.limit().max() + 2L;
  }

  Page of(Iterable<Row> found) {
    boolean countsRows = query.limit().unit() == PageLimit.Unit.ROWS;
    List<TaggedResource> resources = new ArrayList<>();
    int room = query.limit().max();
    long last = -1;
    for (Row row : found) {
      StoredRow stored = StoredRow.of(row);
      List<Tag> tags = behindLast(stored, stored.shown(query.filters()));
      String id = stored.resource().id();
      if (tags.isEmpty()) {
        continue;
      }
      if (room == 0) {
        return new Page(resources, new Position(last, null).cursor());
      }
      if (countsRows && tags.size() > room) {
        resources.add(new TaggedResource(id, List.copyOf(tags.subList(0, room))));
        return new Page(resources, new Position(stored.ord(), tags.get(room - 1).key()).cursor());
      }
      resources.add(new TaggedResource(id, tags));
      room -= countsRows ? tags.size() : 1;
      last = stored.ord();
    }
    return new Page(resources, null);
  }

  private List<Tag> behindLast(StoredRow stored, List<Tag> tags) {
    String lastKey = after == null ? null : after.lastKey();
    if (after == null || lastKey == null || stored.ord() != after.ord()) {
      return tags;
    }
    return tags.stream().filter(tag -> tag.key().compareTo(lastKey) > 0).toList();
  }
}

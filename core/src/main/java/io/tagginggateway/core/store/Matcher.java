package io.tagginggateway.core.store;

import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TaggedResource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds one page. It walks the candidates from the cursor on and stops as soon as it knows that one
 * more row exists, so that a page costs what it returns.
 */
final class Matcher {
  private Matcher() {}

  static Page page(Snapshot snapshot, TagQuery query) {
    Candidates candidates = Candidates.of(snapshot, query);
    boolean countsRows = query.limit().unit() == PageLimit.Unit.ROWS;
    Place after = query.after() == null ? null : Place.of(query.after());
    String lastKey = after == null ? null : after.lastKey();
    int from = after == null ? 0 : lastKey == null ? after.ordinal() + 1 : after.ordinal();

    List<TaggedResource> found = new ArrayList<>();
    Tag[] rowsOfAll = rowsOfAll(query);
    int room = query.limit().max();
    int last = -1;
    for (int at = candidates.next(from); at >= 0; at = candidates.next(at + 1)) {
      Resource resource = candidates.resource(snapshot, at);
      Tag[] rows = rowsOfAll;
      if (rows == null && resource != null) {
        rows = resource.rows(query.filters());
      }
      if (rows != null && at == from && lastKey != null) {
        rows = behind(rows, lastKey);
      }
      if (resource == null || rows == null || rows.length == 0) {
        continue;
      }
      if (room == 0) {
        return new Page(found, new Place(last, null).cursor());
      }
      if (countsRows && rows.length > room) {
        found.add(new TaggedResource(resource.id(), Arrays.asList(rows).subList(0, room)));
        return new Page(found, new Place(at, rows[room - 1].key()).cursor());
      }
      found.add(new TaggedResource(resource.id(), Arrays.asList(rows)));
      room -= countsRows ? rows.length : 1;
      last = at;
    }
    return new Page(found, null);
  }

  /**
   * The rows of every candidate, where they are known before: each has the tags that the filters
   * name whole, or the index would not name it.
   *
   * @return ordered by key; null if each candidate has to be asked
   */
  private static Tag @Nullable [] rowsOfAll(TagQuery query) {
    if (!query.resourceIds().isEmpty() || query.filters().isEmpty()) {
      return null;
    }
    Tag[] rows = new Tag[query.filters().size()];
    for (int i = 0; i < rows.length; i++) {
      TagFilter filter = query.filters().get(i);
      if (filter.value() == null) {
        return null;
      }
      rows[i] = new Tag(filter.key(), filter.value());
    }
    Arrays.sort(rows, Resource.BY_KEY);
    for (int i = 1; i < rows.length; i++) {
      if (rows[i].key().equals(rows[i - 1].key())) {
        return null;
      }
    }
    return rows;
  }

  private static Tag[] behind(Tag[] rows, String lastKey) {
    int first = 0;
    while (first < rows.length && rows[first].key().compareTo(lastKey) <= 0) {
      first++;
    }
    return Arrays.copyOfRange(rows, first, rows.length);
  }
}

package io.tagginggateway.store.postgresql.tags;

import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagFilter;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A resource as a statement answers it.
 *
 * @param ord its place in the stable order
 * @param resource all that is stored of it, tags ordered by key
 */
record StoredRow(long ord, StoredResource resource) {
  private static final Comparator<Tag> BY_KEY = Comparator.comparing(Tag::key);

  static StoredRow of(Row row) {
    return new StoredRow(
        row.getLong(1),
        new StoredResource(
            row.getString(0),
            sorted(TagJson.read(row.getString(2))),
            sorted(TagJson.read(row.getString(3))),
            row.getBoolean(4)));
  }

  /** The rows that a list shows of a resource that satisfies all filters. */
  List<Tag> shown(List<TagFilter> filters) {
    List<Tag> all = resource.tags();
    if (!resource.systemTags().isEmpty()) {
      all = new ArrayList<>(all);
      all.addAll(resource.systemTags());
      all.sort(BY_KEY);
    }
    return filters.isEmpty()
        ? all
        : all.stream()
            .filter(tag -> filters.stream().anyMatch(filter -> filter.matches(tag)))
            .toList();
  }

  private static List<Tag> sorted(List<Tag> tags) {
    tags.sort(BY_KEY);
    return tags;
  }
}

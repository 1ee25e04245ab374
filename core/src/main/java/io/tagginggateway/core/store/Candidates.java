package io.tagginggateway.core.store;

import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ordinals that may match a query, in order. Asked with numbers that only grow. */
interface Candidates {
  /** The smallest one from {@code from} on, or -1. */
  int next(int from);

  /**
   * The resource that {@link #next} told last, or null if there is none any more.
   *
   * @param ordinal what it told
   */
  default @Nullable Resource resource(Snapshot snapshot, int ordinal) {
    return snapshot.ordinals().get(ordinal);
  }

  static Candidates of(Snapshot snapshot, TagQuery query) {
    if (query.resourceIds().isEmpty() && query.filters().isEmpty()) {
      return from -> from < snapshot.end() ? from : -1;
    }
    return query.resourceIds().isEmpty()
        ? ofFilters(snapshot, query.filters())
        : NamedResources.of(snapshot, query.resourceIds());
  }

  private static Candidates ofFilters(Snapshot snapshot, List<TagFilter> filters) {
    Posting[] postings = new Posting[filters.size()];
    for (int i = 0; i < postings.length; i++) {
      Posting posting = posting(snapshot, filters.get(i));
      if (posting == null) {
        return from -> -1;
      }
      postings[i] = posting;
    }
    return postings.length == 1 ? postings[0]::next : new Intersection(postings);
  }

  private static @Nullable Posting posting(Snapshot snapshot, TagFilter filter) {
    String value = filter.value();
    return value == null
        ? snapshot.keys().get(filter.key())
        : snapshot.tags().get(new Tag(filter.key(), value));
  }
}

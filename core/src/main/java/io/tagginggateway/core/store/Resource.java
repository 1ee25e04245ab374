package io.tagginggateway.core.store;

import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagFilter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource as it is stored; never changed, only replaced.
 *
 * @param id the resource id
 * @param ordinal its place in the stable order
 * @param tags user tags and system tags, ordered by key
 * @param systemKeys which of them belong to the system; usually empty
 * @param declared whether it stays when it has no tags
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity alone
record Resource(String id, int ordinal, Tag[] tags, List<String> systemKeys, boolean declared)
    implements Keyed {
  static final Tag[] NO_TAGS = new Tag[0];

  @Override
  public Object key() {
    return id;
  }

  boolean isSystem(Tag tag) {
    return !systemKeys.isEmpty() && systemKeys.contains(tag.key());
  }

  int userTags() {
    return tags.length - systemKeys.size();
  }

  /** The rows that a list shows, or null if a filter is not satisfied. */
  Tag @Nullable [] rows(List<TagFilter> filters) {
    if (filters.isEmpty()) {
      return tags;
    }
    Tag[] rows = new Tag[filters.size()];
    int found = 0;
    for (Tag tag : tags) {
      for (TagFilter filter : filters) {
        if (filter.matches(tag)) {
          rows[found++] = tag;
          break;
        }
      }
    }
    return found == rows.length ? rows : null;
  }

  StoredResource stored() {
    if (systemKeys.isEmpty()) {
      return new StoredResource(id, List.of(tags), List.of(), declared);
    }
    return new StoredResource(
        id,
        Arrays.stream(tags).filter(tag -> !isSystem(tag)).toList(),
        Arrays.stream(tags).filter(this::isSystem).toList(),
        declared);
  }
}

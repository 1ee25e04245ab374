package io.tagginggateway.core.store;

import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One resource as it is stored; never changed, only replaced. Most have neither system tags nor a
 * declaration, and no fields for them.
 */
sealed class Resource implements Keyed permits Resource.Special {
  static final Tag[] NO_TAGS = new Tag[0];
  static final Comparator<Tag> BY_KEY = Comparator.comparing(Tag::key);

  private final String id;
  private final int ordinal;
  private final Tag[] tags;

  private Resource(String id, int ordinal, Tag[] tags) {
    this.id = id;
    this.ordinal = ordinal;
    this.tags = tags;
  }

  /**
   * A resource.
   *
   * @param id the resource id
   * @param ordinal its place in the stable order
   * @param tags user tags and system tags, ordered by key
   * @param systemKeys which of them belong to the system; usually empty
   * @param declared whether it stays when it has no tags
   */
  static Resource of(
      String id, int ordinal, Tag[] tags, List<String> systemKeys, boolean declared) {
    return systemKeys.isEmpty() && !declared
        ? new Resource(id, ordinal, tags)
        : new Special(id, ordinal, tags, systemKeys, declared);
  }

  /** With system tags, or declared, or both. */
  static final class Special extends Resource {
    private final List<String> systemKeys;
    private final boolean declared;

    private Special(String id, int ordinal, Tag[] tags, List<String> systemKeys, boolean declared) {
      super(id, ordinal, tags);
      this.systemKeys = systemKeys;
      this.declared = declared;
    }

    @Override
    List<String> systemKeys() {
      return systemKeys;
    }

    @Override
    boolean declared() {
      return declared;
    }
  }

  @Override
  public final Object key() {
    return id;
  }

  final String id() {
    return id;
  }

  final int ordinal() {
    return ordinal;
  }

  final Tag[] tags() {
    return tags;
  }

  List<String> systemKeys() {
    return List.of();
  }

  boolean declared() {
    return false;
  }

  /** The same with other tags. */
  final Resource with(int newOrdinal, Tag[] newTags) {
    return of(id, newOrdinal, newTags, systemKeys(), declared());
  }

  /**
   * Its tags with others, which take the place of those with the same key; system tags stay.
   *
   * @param added ordered by key
   */
  final Tag[] merged(List<Tag> added) {
    List<Tag> merged = new ArrayList<>(tags.length + added.size());
    int next = 0;
    for (Tag tag : tags) {
      int order = -1;
      while (next < added.size() && (order = BY_KEY.compare(added.get(next), tag)) < 0) {
        merged.add(added.get(next++));
      }
      if (order == 0 && next < added.size()) {
        Tag replacement = added.get(next++);
        merged.add(isSystem(tag) ? tag : replacement);
      } else {
        merged.add(tag);
      }
    }
    merged.addAll(added.subList(next, added.size()));
    return merged.toArray(NO_TAGS);
  }

  /** Its system tags, and those of the user's that are wanted. */
  final Tag[] kept(Predicate<Tag> wanted) {
    List<Tag> kept = new ArrayList<>(tags.length);
    for (Tag tag : tags) {
      if (isSystem(tag) || wanted.test(tag)) {
        kept.add(tag);
      }
    }
    return kept.toArray(NO_TAGS);
  }

  final boolean isSystem(Tag tag) {
    return systemKeys().contains(tag.key());
  }

  final int userTags() {
    return tags.length - systemKeys().size();
  }

  /** The rows that a list shows, or null if a filter is not satisfied. */
  final Tag @Nullable [] rows(List<TagFilter> filters) {
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

  final StoredResource stored() {
    if (systemKeys().isEmpty()) {
      return new StoredResource(id, List.of(tags), List.of(), declared());
    }
    return new StoredResource(
        id,
        Arrays.stream(tags).filter(tag -> !isSystem(tag)).toList(),
        Arrays.stream(tags).filter(this::isSystem).toList(),
        declared());
  }
}

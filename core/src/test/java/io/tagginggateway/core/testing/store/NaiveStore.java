package io.tagginggateway.core.testing.store;

import io.tagginggateway.core.tag.ChangeResult;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a store holds, said as plainly as possible: maps, copied for each change. */
final class NaiveStore {
  private Map<String, Entry> entries = new HashMap<>();

  private record Entry(
      NavigableMap<String, String> user, NavigableMap<String, String> system, boolean declared) {
    Entry copy() {
      return new Entry(new TreeMap<>(user), new TreeMap<>(system), declared);
    }

    NavigableMap<String, String> all() {
      TreeMap<String, String> all = new TreeMap<>(user);
      all.putAll(system);
      return all;
    }
  }

  /** What a change does to one resource. */
  private record Effect(Entry entry) implements TagChange.Cases<Entry> {
    @Override
    public Entry put(TagChange.Put put) {
      for (Tag tag : put.tags()) {
        if (!entry.system().containsKey(tag.key())) {
          entry.user().put(tag.key(), tag.value());
        }
      }
      return entry;
    }

    @Override
    public Entry remove(TagChange.Remove remove) {
      remove.keys().forEach(entry.user()::remove);
      return entry;
    }

    @Override
    public Entry removeTags(TagChange.RemoveTags remove) {
      remove.keys().forEach(entry.user()::remove);
      remove.tags().forEach(tag -> entry.user().remove(tag.key(), tag.value()));
      return entry;
    }

    @Override
    public Entry removeAll(TagChange.RemoveAll removeAll) {
      entry.user().clear();
      return entry;
    }

    @Override
    public Entry nothing(TagChange.Nothing nothing) {
      return entry;
    }
  }

  record Row(String id, String key, String value) {}

  ChangeResult change(TagChange change, ChangeRules rules) {
    Map<String, Entry> after = new HashMap<>();
    entries.forEach((id, entry) -> after.put(id, entry.copy()));
    for (String id : change.resourceIds()) {
      Entry entry = after.get(id);
      if (entry == null) {
        if (rules.mustExist()) {
          return ChangeResult.RESOURCE_NOT_FOUND;
        }
        entry = new Entry(new TreeMap<>(), new TreeMap<>(), false);
        after.put(id, entry);
      }
      change.as(new Effect(entry));
      if (entry.user().size() > rules.maxTagsPerResource()) {
        return ChangeResult.TOO_MANY_TAGS;
      }
    }
    entries = after;
    dropEmpty();
    return ChangeResult.APPLIED;
  }

  void put(List<StoredResource> resources) {
    for (StoredResource resource : resources) {
      entries.put(
          resource.id(),
          new Entry(map(resource.tags()), map(resource.systemTags()), resource.declared()));
    }
    dropEmpty();
  }

  /** The rows of the resources that match, in no order. */
  Set<Row> rows(List<String> ids, List<TagFilter> filters) {
    return entries.entrySet().stream()
        .filter(entry -> ids.isEmpty() || ids.contains(entry.getKey()))
        .flatMap(entry -> rows(entry.getKey(), entry.getValue().all(), filters).stream())
        .collect(Collectors.toSet());
  }

  Set<StoredResource> stored() {
    return entries.entrySet().stream()
        .map(
            entry ->
                new StoredResource(
                    entry.getKey(),
                    tags(entry.getValue().user()),
                    tags(entry.getValue().system()),
                    entry.getValue().declared()))
        .collect(Collectors.toSet());
  }

  private static List<Row> rows(String id, Map<String, String> tags, List<TagFilter> filters) {
    List<Row> rows = new ArrayList<>();
    if (filters.isEmpty()) {
      tags.forEach((key, value) -> rows.add(new Row(id, key, value)));
      return rows;
    }
    for (TagFilter filter : filters) {
      String value = tags.get(filter.key());
      if (value == null || (filter.value() != null && !filter.value().equals(value))) {
        return List.of();
      }
      rows.add(new Row(id, filter.key(), value));
    }
    return rows;
  }

  private void dropEmpty() {
    entries.values().removeIf(entry -> entry.all().isEmpty() && !entry.declared());
  }

  private static NavigableMap<String, String> map(List<Tag> tags) {
    TreeMap<String, String> map = new TreeMap<>();
    tags.forEach(tag -> map.put(tag.key(), tag.value()));
    return map;
  }

  private static List<Tag> tags(Map<String, String> map) {
    return map.entrySet().stream().map(e -> new Tag(e.getKey(), e.getValue())).toList();
  }
}
